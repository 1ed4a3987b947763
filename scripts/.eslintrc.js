const { createConfigForRole } = require('@backstage/cli/config/eslint-factory');

// Plain programs: they print, and they run before anything is built.
module.exports = createConfigForRole(__dirname, 'cli', {
  parserOptions: { ecmaVersion: 2022 },
  rules: {
    // A package's rule: here the root's package.json declares the tools.
    '@backstage/no-undeclared-imports': 'off',
  },
});
