/**
 * One rule alone, over one program of everything: which names are deprecated
 * is known from types only, and a program for each package would cost minutes.
 */

/** Its author deprecates it to make it stand out, not to replace it; it is used for loopback hosts only. */
const LOOPBACK = {
  from: 'package',
  package: 'openid-client',
  name: 'allowInsecureRequests',
};

/** What stands in for these needs the new front-end system; apps of the old one have no other page. */
const OLD_PAGES = {
  from: 'package',
  package: '@backstage/core-components',
  name: ['Header', 'Page', 'Route', 'TabbedLayout'],
};

module.exports = {
  root: true,
  parser: '@typescript-eslint/parser',
  parserOptions: {
    project: './tsconfig.json',
    tsconfigRootDir: `${__dirname}/../..`,
  },
  plugins: ['@typescript-eslint'],
  rules: {
    '@typescript-eslint/no-deprecated': ['error', { allow: [LOOPBACK] }],
  },
  overrides: [
    {
      files: ['plugins/spectrocloud/src/oldSystem/**'],
      rules: {
        '@typescript-eslint/no-deprecated': ['error', { allow: [OLD_PAGES] }],
      },
    },
  ],
};
