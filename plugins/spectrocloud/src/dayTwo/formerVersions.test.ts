import type { ClusterProfile } from '@terasky/backstage-plugin-spectrocloud-common';
import { formerVersions } from './formerVersions';

const profile = (uid: string, kubernetes: string): ClusterProfile => ({
  metadata: { uid, name: 'infra' },
  spec: {
    versions: ['p0', 'p1', 'p2', 'p3'].map(each => ({
      uid: each,
      version: each,
    })),
    packs: [{ name: 'kubernetes', version: kubernetes }],
  },
  status: {},
});
const VERSIONS: Record<string, ClusterProfile> = {
  p0: profile('p0', '1.31'),
  p1: profile('p1', '1.32'),
  p2: profile('p2', '1.33'),
  p3: profile('p3', '1.34'),
};
const attached = [
  {
    uid: 'p2',
    name: 'infra',
    packs: [{ name: 'kubernetes', version: '1.33' }],
  },
  { uid: 'a1', name: 'add-on', packs: [{ name: 'istio', version: '1' }] },
];
const reason = (name: string | undefined, from: string | undefined) => ({
  code: 'PackVersionChanged',
  pack: { name, from, to: '1.33' },
});

describe('formerVersions', () => {
  const read = jest.fn(async (uid: string) => VERSIONS[uid]);
  beforeEach(() => read.mockClear());
  const find = (reasons: Parameters<typeof formerVersions>[0]['reasons']) =>
    formerVersions({ attached, reasons, known: [VERSIONS.p2], read });

  it('finds the version that has the packs of before, the nearest first', async () => {
    expect(await find([reason('kubernetes', '1.32')])).toEqual({ p2: 'p1' });
    expect(read.mock.calls).toEqual([['p1']]);
    expect(await find([reason('kubernetes', '1.31')])).toEqual({ p2: 'p0' });
    expect(await find([reason('kubernetes', '1.34')])).toEqual({ p2: 'p3' });
  });

  it.each([
    ['a pack that no profile has', [reason('cilium', '1')]],
    ['a version that no profile has', [reason('kubernetes', '1.20')]],
    ['what is there', [reason('kubernetes', '1.33')]],
    ['nothing', []],
    ['no pack', [{ code: 'X', message: 'The OS changes' }]],
    ['a pack without words', [reason(undefined, undefined)]],
  ])('finds none for %s', async (_, reasons) => {
    expect(await find(reasons)).toEqual({});
  });

  it('needs every changed pack of the profile as it was', async () => {
    const both = [reason('kubernetes', '1.32'), reason('kubernetes', '1.31')];
    expect(await find(both)).toEqual({});
  });

  it('goes on past a version that the user may not see', async () => {
    read.mockRejectedValueOnce(new Error('403'));
    expect(await find([reason('kubernetes', '1.31')])).toEqual({ p2: 'p0' });
  });
});
