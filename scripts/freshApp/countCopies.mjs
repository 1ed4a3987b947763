import { parse } from 'yaml';

import { Problem } from '../lib/Problem.mjs';

const OURS = /^@terasky\//;
const BACKSTAGE = /^@backstage\//;

/**
 * Throws when the lockfile has a second copy of a Backstage package that ours
 * depend on, however far away, and names who asks for which.
 */
export function countCopies(lockfile) {
  const { names, copies } = findCopies(parse(lockfile));
  if (copies.length > 0) {
    throw new Problem(
      `The app has more than one copy of Backstage packages that ours depend on:\n${copies.join('\n')}`,
    );
  }
  return names.length;
}

function findCopies({ __metadata: _, ...lock }) {
  const byDescriptor = new Map(
    Object.entries(lock).flatMap(([keys, entry]) =>
      keys.split(', ').map(key => [key, entry]),
    ),
  );
  const askers = [...new Set(byDescriptor.values())].map(entry => ({
    name: nameOf(entry.resolution),
    entry,
    asks: Object.entries(entry.dependencies ?? {}).map(([name, range]) => ({
      name,
      range,
      entry: byDescriptor.get(`${name}@${range}`),
    })),
  }));
  const names = [...reach(askers)].filter(name => BACKSTAGE.test(name)).sort();
  const copies = names.flatMap(name => {
    const asked = askers.flatMap(asker =>
      asker.asks
        .filter(one => one.name === name && one.entry)
        .map(one => ({
          version: one.entry.version,
          by: asker.name,
          range: one.range,
        })),
    );
    const versions = [...new Set(asked.map(({ version }) => version))];
    return versions.length < 2
      ? []
      : versions.map(
          version =>
            `  ${name} ${version}, for ${asked
              .filter(one => one.version === version)
              .map(({ by, range }) => `${by} (${range.replace('npm:', '')})`)
              .join(', ')}`,
        );
  });
  return { names, copies };
}

/** The names of everything that ours depend on. */
function reach(askers) {
  const found = new Set(
    askers.map(({ name }) => name).filter(name => OURS.test(name)),
  );
  for (const name of found) {
    for (const asker of askers.filter(one => one.name === name)) {
      asker.asks.forEach(one => found.add(one.name));
    }
  }
  return found;
}

function nameOf(resolution) {
  return resolution.slice(0, resolution.indexOf('@', 1));
}
