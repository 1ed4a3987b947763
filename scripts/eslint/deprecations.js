/**
 * One rule alone, over one program of everything: which names are deprecated
 * is known from types only, and a program for each package would cost minutes.
 */
module.exports = {
  root: true,
  parser: '@typescript-eslint/parser',
  parserOptions: {
    project: './tsconfig.json',
    tsconfigRootDir: `${__dirname}/../..`,
  },
  plugins: ['@typescript-eslint'],
  rules: {
    '@typescript-eslint/no-deprecated': [
      'error',
      {
        // Its author deprecates it to make it stand out, not to replace it;
        // it is used for loopback hosts only.
        allow: [
          {
            from: 'package',
            package: 'openid-client',
            name: 'allowInsecureRequests',
          },
        ],
      },
    ],
  },
};
