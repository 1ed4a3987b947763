import type { ClusterProfile } from '@terasky/backstage-plugin-spectrocloud-common';
import { groupProfiles } from '@terasky/backstage-plugin-spectrocloud-react';
import { clustersBehind, clustersOf } from './clustersOf';

const profile = (
  name: string,
  version: string,
  clusters: string[] = [],
  annotations: Record<string, string> = { scope: 'tenant' },
): ClusterProfile => ({
  metadata: { uid: `${name}-${version}`, name, annotations },
  spec: { version, versions: [], packs: [], type: 'infra' },
  status: {
    isPublished: true,
    inUseClusters: clusters.map(uid => ({ uid, name: uid })),
  },
});

describe('clustersBehind', () => {
  it('counts each cluster of an older version once', () => {
    const [group] = groupProfiles([
      profile('aws', '1.1.0', ['a']),
      profile('aws', '1.3.0', ['c']),
      profile('aws', '1.2.0', ['a', 'b']),
    ]);
    expect(clustersBehind(group)).toBe(2);
    expect(clustersOf(group)).toBe(3);
  });

  it('takes a draft for no version to be at', () => {
    const draft = profile('aws', '2.0.0');
    draft.status.isPublished = false;
    const [group] = groupProfiles([draft, profile('aws', '1.0.0', ['a'])]);
    expect(clustersBehind(group)).toBe(0);
  });

  it('is unknown to whom the clusters are not shown', () => {
    const hidden = profile('aws', '1.0.0');
    delete hidden.status.inUseClusters;
    const [group] = groupProfiles([profile('aws', '1.1.0'), hidden]);
    expect(clustersBehind(group)).toBeUndefined();
  });
});
