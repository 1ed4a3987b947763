const config = require('../../scripts/eslint/createPackageConfig')(__dirname);

/** Texts go through the translation API: what stands in JSX as it is would be English to everybody. */
const NO_LITERALS = {
  files: ['src/**/*.tsx'],
  excludedFiles: ['**/*.test.tsx', 'src/__testUtils__/**'],
  rules: {
    'react/jsx-no-literals': [
      'error',
      { noStrings: false, allowedStrings: ['(', ')', ':', '·'] },
    ],
  },
};

module.exports = {
  ...config,
  overrides: [...(config.overrides ?? []), NO_LITERALS],
};
