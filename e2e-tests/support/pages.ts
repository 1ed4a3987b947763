/** The pages of Palette, below `/palette`. */
export const PALETTE_PAGES = [
  'fleet',
  'clusters',
  'cluster-groups',
  'projects',
  'profiles',
  'session',
];

/** The tabs of a cluster, as its address names them. */
export const CLUSTER_TABS = [
  'overview',
  'nodes',
  'usage',
  'workloads',
  'profiles',
  'values',
  'upkeep',
  'access',
  'events',
];
