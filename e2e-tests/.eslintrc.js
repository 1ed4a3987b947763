const { createConfigForRole } = require('@backstage/cli/config/eslint-factory');

module.exports = createConfigForRole(__dirname, 'cli', {
  parserOptions: { ecmaVersion: 2022 },
  rules: {
    // A package's rule: here the root's package.json declares the tools.
    '@backstage/no-undeclared-imports': 'off',
    // Playwright's tests look like Jest's to the plugin.
    'jest/expect-expect': 'off',
    'jest/no-standalone-expect': 'off',
  },
});
