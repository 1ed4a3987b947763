const createPackageConfig = require('../../scripts/eslint/createPackageConfig');

/** A request passes these folders in this order; each may import those after it only. */
const LAYERS = [
  ['router', 'actions'],
  ['kubernetes'],
  ['kubeconfig'],
  ['queries'],
  ['reads'],
  ['caller'],
  ['palette'],
  ['limits'],
  ['errors'],
];

const config = createPackageConfig(__dirname);
config.rules['import/no-restricted-paths'] = [
  'error',
  {
    basePath: `${__dirname}/src`,
    zones: LAYERS.flatMap((folders, index) =>
      folders.map(target => ({
        target,
        from: LAYERS.slice(0, index).flat(),
        message: `'${target}' comes after it: a request goes ${LAYERS.flat().join(' → ')}.`,
      })),
    ).filter(({ from }) => from.length > 0),
  },
];
// Or it would find no TypeScript file, and forbid nothing.
config.settings = { 'import/resolver': { node: { extensions: ['.ts'] } } };

module.exports = config;
