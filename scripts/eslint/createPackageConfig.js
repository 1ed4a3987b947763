const { join } = require('node:path');
const createBackstageConfig = require('@backstage/cli/config/eslint-factory');

const { DIRECTIONS, forbiddenImports } = require('./importDirections');

/**
 * The ESLint configuration of one package: Backstage's for its role, plus the
 * import directions as errors.
 *
 * `restrictedSrcImports` only knows whole names, and only of static imports;
 * selectors reach subpaths, `import()`, `require()`, `jest.mock()` and
 * `import('…')` types.
 */
function createPackageConfig(dir) {
  const { name } = require(join(dir, 'package.json'));
  const forbidden = forbiddenImports(name);
  const always = forbidden.filter(entry => !entry.allowedInTests);
  const paths = entries =>
    entries.map(e => ({ name: e.name, message: e.message }));

  const config = createBackstageConfig(dir, {
    restrictedSrcImports: paths(forbidden),
    restrictedTestImports: paths(always),
  });
  config.rules['@backstage/no-mixed-plugin-imports'] = [
    'error',
    // The table decides between ours: installers know the API refs as exports
    // of the sign-in's package, and the pages use the same ones.
    { excludedTargetPackages: DIRECTIONS[name].mayImport },
  ];
  config.rules['no-console'] = 'error';
  const before = config.rules['no-restricted-syntax'];

  // Appended here, since the factory drops its `restrictedSyntax` for
  // front-end roles, and only warns there.
  addSelectors(config.rules, forbidden.flatMap(toSelectors));
  for (const { rules } of config.overrides) {
    if (rules['no-restricted-syntax']) {
      addSelectors(rules, always.flatMap(toSelectors));
    }
  }
  config.overrides.push({
    // What is started there is an app or a backend, though the package isn't one.
    files: ['dev/**'],
    rules: {
      '@backstage/no-ui-css-imports-in-non-frontend': 'off',
      'no-restricted-syntax': before,
    },
  });
  return config;
}

function addSelectors(rules, selectors) {
  const [, ...existing] = rules['no-restricted-syntax'];
  rules['no-restricted-syntax'] = ['error', ...existing, ...selectors];
}

function toSelectors({ name, message }) {
  const literal = name.replace(/\//g, '\\u002F');
  const subpath = `[value=/^${literal}\\u002F/]`;
  const any = `[value=/^${literal}(\\u002F|$)/]`;
  return [
    `ImportDeclaration > Literal${subpath}`,
    `ExportNamedDeclaration > Literal${subpath}`,
    `ExportAllDeclaration > Literal${subpath}`,
    `ImportExpression > Literal${any}`,
    `TSImportType Literal${any}`,
    `TSExternalModuleReference > Literal${any}`,
    `CallExpression[callee.name='require'] > Literal${any}`,
    `CallExpression[callee.object.name='require'] > Literal${any}`,
    `CallExpression[callee.object.name='jest'] > Literal${any}`,
  ].map(selector => ({ selector, message }));
}

module.exports = createPackageConfig;
