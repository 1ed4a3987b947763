/**
 * Which of this repository's packages may import which others. Published
 * packages must not grow dependencies on each other by accident: a backend
 * that imports the auth module shares its memory, a simulator that imports a
 * plugin repeats its mistakes.
 */
const SCOPE = '@terasky/backstage-plugin-';

const COMMON = `${SCOPE}spectrocloud-common`;
const TOKEN_CACHE = `${SCOPE}spectrocloud-token-cache`;
const AUTH_BACKEND = `${SCOPE}spectrocloud-auth-backend`;
const BACKEND = `${SCOPE}spectrocloud-backend`;
const AUTH = `${SCOPE}spectrocloud-auth`;
const REACT = `${SCOPE}spectrocloud-react`;
const PALETTE = `${SCOPE}spectrocloud`;
const KUBERNETES_AUTH = `${SCOPE}spectrocloud-kubernetes-auth-module`;
const CATALOG = `${SCOPE}catalog-backend-module-spectrocloud`;
const KUBERNETES = `${SCOPE}kubernetes-backend-module-spectrocloud`;
const SCAFFOLDER = `${SCOPE}scaffolder-backend-module-spectrocloud`;
const SCAFFOLDER_FIELDS = `${SCOPE}scaffolder-module-spectrocloud`;
const NODE = `${SCOPE}spectrocloud-node`;
const SIMULATOR = 'palette-simulator';

const DIRECTIONS = {
  [COMMON]: { mayImport: [] },
  [TOKEN_CACHE]: { mayImport: [COMMON] },
  [AUTH_BACKEND]: { mayImport: [TOKEN_CACHE, COMMON] },
  [BACKEND]: { mayImport: [TOKEN_CACHE, COMMON] },
  [AUTH]: { mayImport: [COMMON] },
  [KUBERNETES_AUTH]: { mayImport: [AUTH, COMMON] },
  [REACT]: { mayImport: [COMMON] },
  [PALETTE]: { mayImport: [REACT, AUTH, COMMON] },
  [SCAFFOLDER_FIELDS]: { mayImport: [REACT, AUTH, COMMON] },
  [CATALOG]: { mayImport: [COMMON] },
  [KUBERNETES]: { mayImport: [TOKEN_CACHE, NODE, COMMON] },
  [SCAFFOLDER]: { mayImport: [NODE, COMMON] },
  [NODE]: { mayImport: [COMMON] },
  [SIMULATOR]: { mayImport: [] },
  app: {
    mayImport: [PALETTE, AUTH, KUBERNETES_AUTH, SCAFFOLDER_FIELDS, COMMON],
  },
  backend: {
    mayImport: [
      AUTH_BACKEND,
      BACKEND,
      CATALOG,
      KUBERNETES,
      SCAFFOLDER,
      NODE,
      TOKEN_CACHE,
      COMMON,
    ],
    testsMayImport: [SIMULATOR],
  },
  // What is measured is named as a text and loaded from whichever checkout it is.
  benchmarks: { mayImport: [SIMULATOR, TOKEN_CACHE] },
};

/** What to import, or do, instead of the package that is out of bounds. */
const INSTEAD = {
  [COMMON]: 'declare the value here',
  [TOKEN_CACHE]: `import names and types from '${COMMON}'; tokens stay in the backend`,
  [AUTH_BACKEND]: `ask for the caller's token with spectroCloudTokenServiceRef from '${TOKEN_CACHE}'`,
  [BACKEND]: `call its HTTP API with SpectroCloudClient from '${COMMON}'`,
  [AUTH]: `import names and types from '${COMMON}'; components and API refs stay in the front end`,
  [REACT]: `import names and types from '${COMMON}'; components stay in the front end`,
  [PALETTE]: `import the API refs from '${AUTH}'`,
  [KUBERNETES_AUTH]: `import the auth API from '${AUTH}'`,
  [CATALOG]: 'ask the catalog for the entities',
  [KUBERNETES]: 'ask the Kubernetes plugin for the clusters',
  [SCAFFOLDER]: 'run a template',
  [SCAFFOLDER_FIELDS]: `move what both need into '${REACT}'`,
  [NODE]:
    'it is for modules of other plugins, and for the policies of installers',
  [SIMULATOR]:
    "mock the network with MSW here, or write a round-trip test in 'packages/backend'",
  app: 'move what is shared into a plugin',
  backend: 'move what is shared into a plugin',
  benchmarks: 'keep it in the benchmarks',
};

/** Where the importer itself is the reason, its own words come first. */
const INSTEAD_FOR = {
  [COMMON]: `move what both need into '${COMMON}' itself`,
  [SIMULATOR]:
    'write the value out, so that simulator and plugins cannot be wrong together',
};

/** The packages that one of ours must not import, each with a message. */
function forbiddenImports(importer) {
  const direction = DIRECTIONS[importer];
  if (!direction) {
    throw new Error(
      `'${importer}' has no row in scripts/eslint/importDirections.js`,
    );
  }
  return Object.keys(DIRECTIONS)
    .filter(name => name !== importer && !direction.mayImport.includes(name))
    .map(name => ({
      name,
      allowedInTests: direction.testsMayImport?.includes(name) ?? false,
      message: `${importer} must not import ${name}: ${
        INSTEAD_FOR[importer] ?? INSTEAD[name]
      }.`,
    }));
}

module.exports = { DIRECTIONS, forbiddenImports };
