import { clusters } from '../__testUtils__/paletteData';
import {
  type ClusterFilter,
  filterRows,
  toClusterRow,
  valuesOf,
} from './clusterRows';

const NOTHING: ClusterFilter = {
  search: '',
  kind: [],
  project: [],
  cloud: [],
  region: [],
  type: [],
  state: [],
  health: [],
  kubernetes: [],
  tags: [],
  attention: [],
};
const CONTEXT = { unknown: 'Unknown', now: Date.now() };
const rows = clusters(5_000).map(item => toClusterRow(item, CONTEXT));

describe('clusterRows', () => {
  it('names what Palette does not tell', () => {
    const metadata = { uid: 'uid', name: 'bare' };
    expect(toClusterRow({ metadata, spec: {}, status: {} }, CONTEXT)).toEqual(
      expect.objectContaining({ project: 'Unknown', health: 'Unknown' }),
    );
  });

  it('takes what Palette calls as JavaScript does for a word like any other', () => {
    const metadata = { uid: 'uid', name: 'odd' };
    const odd = 'constructor';
    const row = toClusterRow(
      {
        metadata,
        spec: { cloudType: odd },
        status: { state: odd, health: { state: odd } },
      },
      CONTEXT,
    );
    expect(row).toMatchObject({ cloud: odd, state: odd, health: odd });
    expect(row.searched).toContain('odd uid');
    expect(row.searched).not.toContain('native code');
  });

  it('names the same state in the address in every language', () => {
    const metadata = { uid: 'uid', name: 'bare' };
    const german = { ...CONTEXT, unknown: 'Unbekannt' };
    expect(
      toClusterRow({ metadata, spec: {}, status: {} }, german),
    ).toMatchObject({ state: 'Unknown', health: 'Unknown' });
  });

  it('finds every word anywhere in a row, also the cloud as people write it', () => {
    const find = (search: string) => filterRows(rows, { ...NOTHING, search });
    expect(find('cluster-4999 payments')).toHaveLength(0);
    expect(find('CLUSTER-4998 payments')).toHaveLength(1);
    expect(find('gcp gke')).toHaveLength(1_000);
  });

  it('combines the filters', () => {
    const found = filterRows(rows, {
      ...NOTHING,
      project: ['payments'],
      health: ['UnHealthy'],
    });
    expect(found).toHaveLength(239);
  });

  it('lets one of several values of a filter be enough', () => {
    const found = filterRows(rows, {
      ...NOTHING,
      project: ['payments', 'platform'],
      kubernetes: ['1.30.1'],
    });
    expect(found).toHaveLength(1_667);
  });

  it('does not find unhealthy ones for "healthy", nor states at all', () => {
    expect(filterRows(rows, { ...NOTHING, search: 'healthy' })).toEqual([]);
    expect(filterRows(rows, { ...NOTHING, search: 'running' })).toEqual([]);
    expect(filterRows(rows, { ...NOTHING, search: 'UID-4321' })).toHaveLength(
      1,
    );
  });

  it('has one spelling for each state, and knows a virtual cluster and its tags', () => {
    const metadata = {
      uid: 'uid',
      name: 'v',
      labels: { blue: 'spectro__tag', team: 'a' },
    };
    const row = toClusterRow(
      {
        metadata,
        spec: { cloudType: 'nested' },
        status: { state: 'Running', health: { state: 'Unhealthy' } },
        virtual: {
          lifecycle: 'Paused',
          clusterGroup: { uid: 'g', name: 'group' },
        },
      },
      CONTEXT,
    );
    expect(row).toMatchObject({
      kind: 'virtual',
      host: 'group',
      state: 'Paused',
      health: 'UnHealthy',
      tags: ['blue', 'team:a'],
    });
    expect(
      toClusterRow({ metadata, spec: {}, status: { state: 'Failed' } }, CONTEXT)
        .state,
    ).toBe('Error');
  });

  it('offers each value once', () => {
    expect(valuesOf(rows, 'project')).toEqual([
      'payments',
      'platform',
      'retail-web',
    ]);
  });
});
