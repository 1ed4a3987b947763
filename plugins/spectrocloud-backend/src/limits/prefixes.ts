/** Which of Palette's documented limits a prefix has. */
export type LimitClass = 'standard' | 'fast';

/** Prefixes with a limit of their own, the most special first. */
const SPECIAL_PREFIXES: Array<[RegExp, string, LimitClass]> = [
  [
    /^\/v1\/spectroclusters\/[^/]+\/assets(\/|$)/,
    '/v1/spectroclusters/:uid/assets',
    'standard',
  ],
  [
    /^\/v1\/spectroclusters\/[^/]+\/profiles(\/|$)/,
    '/v1/spectroclusters/:uid/profiles',
    'fast',
  ],
  [/^\/v1\/spectroclusters(\/|$)/, '/v1/spectroclusters', 'fast'],
  [/^\/v1\/clusterprofiles(\/|$)/, '/v1/clusterprofiles', 'fast'],
  [/^\/v1\/cloudconfigs(\/|$)/, '/v1/cloudconfigs', 'fast'],
  [/^\/v1\/events\/components(\/|$)/, '/v1/events/components', 'fast'],
];

/** The prefix that Palette counts a path under; bounded, so it can label a metric. */
export function prefixOf(path: string): string {
  const special = SPECIAL_PREFIXES.find(([pattern]) => pattern.test(path));
  if (special) return special[1];
  const [, version, resource] = path.split('/');
  return `/${version}/${resource}`;
}

/** The limit that a prefix has. */
export function limitClassOf(prefix: string): LimitClass {
  return (
    SPECIAL_PREFIXES.find(([, name]) => name === prefix)?.[2] ?? 'standard'
  );
}
