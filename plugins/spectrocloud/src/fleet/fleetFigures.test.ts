import type { ClusterRow } from '../clusters/clusterRows';
import { toClusterRow } from '../clusters/clusterRows';
import {
  needyOf,
  projectsOf,
  reasonsOf,
  sharesOf,
  versionsOf,
} from './fleetFigures';

function row(name: string, more: Partial<ClusterRow> = {}): ClusterRow {
  const cluster = { metadata: { uid: name, name }, spec: {}, status: {} };
  return {
    ...toClusterRow(cluster, { unknown: 'Unknown', now: 0 }),
    project: 'payments',
    state: 'Running',
    ...more,
  };
}

describe('sharesOf', () => {
  it('counts the clusters of each value, most first', () => {
    const rows = [
      row('a', { state: 'Error' }),
      row('b'),
      row('c'),
      row('d', { state: 'Deleting' }),
    ];
    expect(sharesOf(rows, 'state')).toEqual([
      { value: 'Running', count: 2 },
      { value: 'Deleting', count: 1 },
      { value: 'Error', count: 1 },
    ]);
  });
});

describe('versionsOf', () => {
  it('has the newest version first, and what has none last', () => {
    const rows = ['1.9.2', '', '1.31.10', '1.31.9'].map(kubernetes =>
      row(kubernetes, { kubernetes }),
    );
    expect(versionsOf(rows).map(({ value }) => value)).toEqual([
      '1.31.10',
      '1.31.9',
      '1.9.2',
      '',
    ]);
  });
});

describe('needyOf and reasonsOf', () => {
  const rows = [
    row('well'),
    row('update', { attention: ['update'] }),
    row('b-unhealthy', { attention: ['unhealthy'] }),
    row('worse', { attention: ['unhealthy', 'silent'] }),
    row('failed', { attention: ['failed'] }),
    row('a-unhealthy', { attention: ['unhealthy'] }),
  ];

  it('have the worst first, and leave out what is well', () => {
    expect(needyOf(rows).map(({ name }) => name)).toEqual([
      'failed',
      'worse',
      'a-unhealthy',
      'b-unhealthy',
      'update',
    ]);
  });

  it('count a cluster for each of its reasons', () => {
    expect(reasonsOf(rows)).toEqual([
      { reason: 'failed', count: 1 },
      { reason: 'unhealthy', count: 3 },
      { reason: 'silent', count: 1 },
      { reason: 'update', count: 1 },
    ]);
  });
});

describe('projectsOf', () => {
  const own = [
    { uid: 'p-1', name: 'payments', permissions: [] },
    { uid: 'p-2', name: 'empty', permissions: [] },
  ];

  it('adds up what hosts use and cost, and nothing twice of what runs on them', () => {
    const usage = {
      cpu: { used: 1_000, total: 4_000 },
      memory: { used: 512, total: 2_048 },
      cost: 0.5,
    };
    const [payments] = projectsOf(
      [
        row('a', usage),
        row('b', usage),
        row('without'),
        row('v', { ...usage, kind: 'virtual' }),
      ],
      own,
    );
    expect(payments).toMatchObject({
      name: 'payments',
      clusters: 4,
      cpu: { used: 2_000, total: 8_000 },
      memory: { used: 1_024, total: 4_096 },
      cost: 1,
    });
  });

  it('knows what is not known from nothing', () => {
    const [payments] = projectsOf([row('a')], own);
    expect(payments.cpu).toBeUndefined();
    expect(payments.cost).toBeUndefined();
  });

  it('has those with trouble first, those without clusters last, and those of clusters alone', () => {
    const rows = [
      row('a'),
      row('b'),
      row('c', { project: 'troubled', attention: ['unhealthy'] }),
      row('d', { project: 'other', attention: ['update'] }),
    ];
    expect(
      projectsOf(rows, own).map(({ name, broken }) => [name, broken]),
    ).toEqual([
      ['troubled', 1],
      ['payments', 0],
      ['other', 0],
      ['empty', 0],
    ]);
  });
});
