const LOWEST_VERSION = /\d+\.\d+\.\d+[^\s|]*/;
/** What versions that a caret range takes for one another have in common. */
const COMPATIBLE_PART = /^(?:0\.)?\d+/;
const HEADER = '__metadata:\n  version: 8\n  cacheKey: 10\n';

/**
 * A lockfile that holds the Backstage packages of one release at its versions,
 * as that of an app does which has been there since. The packages of a release
 * name each other with the versions of that release as the lowest ones; those
 * that a patch release has left out name an older one.
 *
 * `readManifests` resolves a list of `name@version` to their manifests.
 */
export async function lockOf(ranges, readManifests) {
  const wanted = new Map();
  for (let queue = ranges; queue.length > 0;) {
    const unread = new Set();
    for (const [name, range] of queue) {
      const key = `${name}@npm:${range}`;
      if (!wanted.has(key)) {
        const [version] = LOWEST_VERSION.exec(range);
        wanted.set(key, { name, version });
        unread.add(`${name}@${version}`);
      }
    }
    const manifests = unread.size > 0 ? await readManifests([...unread]) : [];
    queue = manifests.flatMap(backstageDependencies);
  }
  const locked = [...wanted.values()];
  return [
    HEADER,
    ...[...wanted].map(([key, one]) => toEntry(key, highestFor(one, locked))),
  ].join('\n');
}

/** `[name, range]` of each Backstage package that a manifest names. */
export function backstageDependencies({ dependencies, devDependencies }) {
  return Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([name]) => name.startsWith('@backstage/'),
  );
}

function highestFor({ name, version }, locked) {
  const [part] = COMPATIBLE_PART.exec(version);
  return locked
    .filter(
      one => one.name === name && COMPATIBLE_PART.exec(one.version)[0] === part,
    )
    .sort((a, b) => a.version.localeCompare(b.version, 'en', { numeric: true }))
    .at(-1);
}

function toEntry(key, { name, version }) {
  return `"${key}":
  version: ${version}
  resolution: "${name}@npm:${version}"
  languageName: node
  linkType: hard
`;
}
