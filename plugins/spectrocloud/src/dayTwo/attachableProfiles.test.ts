import type { ClusterProfile } from '@terasky/backstage-plugin-spectrocloud-common';
import { cluster } from '../__testUtils__/paletteData';
import { attachableProfiles } from './attachableProfiles';

const profile = (
  uid: string,
  name: string,
  spec: Partial<ClusterProfile['spec']> = {},
): ClusterProfile => ({
  metadata: { uid, name },
  spec: { type: 'add-on', packs: [], versions: [], ...spec },
  status: {},
});

describe('attachableProfiles', () => {
  const uids = (...profiles: ClusterProfile[]) =>
    attachableProfiles(profiles, cluster).map(({ uid }) => uid);

  it('has each version of the add-on profiles once', () => {
    const versions = [
      { uid: 'a1', version: '1.0.0' },
      { uid: 'a2', version: '1.1.0' },
    ];
    expect(
      attachableProfiles(
        [
          profile('a1', 'logging', { versions }),
          profile('a2', 'logging', { versions }),
          profile('b1', 'mesh', { version: '2.0.0' }),
        ],
        cluster,
      ),
    ).toEqual([
      { uid: 'a1', name: 'logging', version: '1.0.0' },
      { uid: 'a2', name: 'logging', version: '1.1.0' },
      { uid: 'b1', name: 'mesh', version: '2.0.0' },
    ]);
  });

  it('leaves out what the cluster has, whatever its version', () => {
    expect(
      uids(
        profile('other', 'eks-infra'),
        profile('profile-1', 'renamed'),
        profile('p9', 'x', { versions: [{ uid: 'profile-1', version: '1' }] }),
      ),
    ).toEqual([]);
  });

  it('leaves out what is for other clouds, or no add-on', () => {
    expect(
      uids(
        profile('a', 'a', { cloudType: 'vsphere' }),
        profile('b', 'b', { type: 'infra' }),
        profile('c', 'c', { cloudType: 'all' }),
        profile('d', 'd', { cloudType: 'eks' }),
        profile('e', 'e', { type: undefined }),
      ),
    ).toEqual(['c', 'd', 'e']);
  });
});
