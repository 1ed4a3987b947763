import type { UserProject } from '@terasky/backstage-plugin-spectrocloud-common';
import { ATTENTION, type Attention } from '../clusters/attention';
import { sumOf, totalUsage } from '../clusters/clusterAmounts';
import type { ClusterRow, Usage } from '../clusters/clusterRows';

/** How many clusters have a value in common. */
export interface Share {
  /** Empty where Palette doesn't tell. */
  value: string;
  count: number;
}

const collator = new Intl.Collator(undefined, { numeric: true });

/** How many clusters there are of each value, most first, and those without one last. */
export function sharesOf(
  rows: ClusterRow[],
  column: 'state' | 'health' | 'kubernetes' | 'region' | 'type',
): Share[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    counts.set(row[column], (counts.get(row[column]) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort(
      (a, b) =>
        Number(!a.value) - Number(!b.value) ||
        b.count - a.count ||
        collator.compare(a.value, b.value),
    );
}

/** As `sharesOf`, newest first; clusters without a version come last. */
export function versionsOf(rows: ClusterRow[]): Share[] {
  return sharesOf(rows, 'kubernetes').sort((a, b) =>
    collator.compare(b.value, a.value),
  );
}

/** The clusters that need somebody, the worst first. */
export function needyOf(rows: ClusterRow[]): ClusterRow[] {
  const badness = ({ attention }: ClusterRow) =>
    attention.length ? ATTENTION.indexOf(attention[0]) : ATTENTION.length;
  return rows
    .filter(({ attention }) => attention.length > 0)
    .sort(
      (a, b) =>
        badness(a) - badness(b) ||
        b.attention.length - a.attention.length ||
        collator.compare(a.name, b.name),
    );
}

/** How many clusters there are of each reason, the worst first. */
export function reasonsOf(
  rows: ClusterRow[],
): Array<{ reason: Attention; count: number }> {
  return ATTENTION.map(reason => ({
    reason,
    count: rows.filter(({ attention }) => attention.includes(reason)).length,
  })).filter(({ count }) => count > 0);
}

/** A project as a tile shows it. */
export interface ProjectFigures {
  name: string;
  clusters: number;
  states: Share[];
  cpu?: Usage;
  memory?: Usage;
  /** US dollars an hour. */
  cost?: number;
  /** How many of its clusters have failed or are unhealthy. */
  broken: number;
}

const isBroken = ({ attention }: ClusterRow) =>
  attention.includes('failed') || attention.includes('unhealthy');

function figuresOf(name: string, rows: ClusterRow[]): ProjectFigures {
  // Virtual clusters use what their hosts have, which would count twice.
  const hosts = rows.filter(({ kind }) => kind === 'host');
  return {
    name,
    clusters: rows.length,
    states: sharesOf(rows, 'state'),
    cpu: totalUsage(hosts.map(({ cpu }) => cpu)),
    memory: totalUsage(hosts.map(({ memory }) => memory)),
    cost: sumOf(hosts, ({ cost }) => cost),
    broken: rows.filter(isBroken).length,
  };
}

/** The user's projects and those of the clusters; the ones with most trouble first, then the largest. */
export function projectsOf(
  rows: ClusterRow[],
  projects: UserProject[],
): ProjectFigures[] {
  const byName = new Map<string, ClusterRow[]>(
    projects.map(({ uid, name }) => [name || uid, []]),
  );
  for (const row of rows) {
    const known = byName.get(row.project);
    if (known) known.push(row);
    else byName.set(row.project, [row]);
  }
  return [...byName]
    .map(([name, own]) => figuresOf(name, own))
    .sort(
      (a, b) =>
        b.broken - a.broken ||
        b.clusters - a.clusters ||
        collator.compare(a.name, b.name),
    );
}
