const config = require('../../scripts/eslint/createPackageConfig')(__dirname);

// Supertest's `.expect(status)` is an assertion too.
config.rules['jest/expect-expect'] = [
  'error',
  { assertFunctionNames: ['expect', '**.expect'] },
];

module.exports = config;
