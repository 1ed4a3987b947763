import type { LoadResult } from '../load/runLoad';
import type { Table } from '../report/Section';

/** What is measured of a kind of request. */
export type RequestFigures = LoadResult & {
  /** Time of the backend's process for each request. */
  cpuMs: number;
};

/** The kinds of request, as the tables call them. */
export const REQUEST_KINDS = [
  'empty route',
  'read passed on',
  'read without checks',
  'one cluster',
  'one cluster, held',
  'users/me',
  'users/me, held',
  'list of clusters',
  'list of clusters, held',
] as const;

/** One of them. */
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** What reads one cluster of Palette with each request. */
const READS_OF_A_CLUSTER: ReadonlySet<RequestKind> = new Set([
  'read passed on',
  'read without checks',
  'one cluster',
]);

/** What one cluster could reach at best: the framework and the direct read, one after the other. */
function limitOf(empty: RequestFigures, direct: RequestFigures): number {
  return 1 / (1 / empty.perSecond + 1 / direct.perSecond);
}

/** The kinds of request of each checkout, with their ratios to what limits them. */
export function requestTable(options: {
  title: string;
  direct: RequestFigures;
  checkouts: Array<{
    name: string;
    figuresOf(kind: RequestKind): RequestFigures;
  }>;
}): Table {
  const { title, direct, checkouts } = options;
  const [, before] = checkouts;
  const rows = REQUEST_KINDS.flatMap(kind =>
    checkouts.map(checkout => {
      const figures = checkout.figuresOf(kind);
      const empty = checkout.figuresOf('empty route');
      const unchecked = checkout.figuresOf('read without checks');
      const ofBefore =
        before && checkout !== before
          ? figures.perSecond / before.figuresOf(kind).perSecond
          : undefined;
      return [
        kind,
        checkout.name,
        Math.round(figures.perSecond),
        figures.p50,
        figures.p95,
        figures.p99,
        figures.cpuMs,
        figures.perSecond / empty.perSecond,
        figures.perSecond / direct.perSecond,
        READS_OF_A_CLUSTER.has(kind)
          ? figures.perSecond / limitOf(empty, direct)
          : undefined,
        kind === 'one cluster'
          ? figures.perSecond / unchecked.perSecond
          : undefined,
        figures.p50 - empty.p50,
        ofBefore,
      ];
    }),
  );
  return {
    title,
    columns: [
      'request',
      'commit',
      'a second',
      'p50 ms',
      'p95 ms',
      'p99 ms',
      'CPU ms',
      'of empty',
      'of direct',
      'of empty and direct',
      'of without checks',
      'p50 above empty, ms',
      'new : old',
    ],
    rows: [
      [
        'direct read of one cluster',
        'Palette',
        Math.round(direct.perSecond),
        direct.p50,
        direct.p95,
        direct.p99,
      ],
      ...rows,
    ],
  };
}
