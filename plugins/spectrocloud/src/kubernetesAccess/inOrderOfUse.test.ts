import type { KubernetesAccessGap } from '@terasky/backstage-plugin-spectrocloud-common';
import { inOrderOfUse } from './inOrderOfUse';

const placed = (uid: string, gap?: KubernetesAccessGap) => ({
  cluster: { uid, name: uid, gap },
});
const uidsOf = (clusters: ReturnType<typeof placed>[], own: string[] = []) =>
  inOrderOfUse(clusters, ({ cluster }) => own.includes(cluster.uid)).map(
    ({ cluster }) => cluster.uid,
  );

describe('inOrderOfUse', () => {
  it('has those that run first, read already or not', () => {
    const clusters = [
      placed('a', 'not-running'),
      placed('b', 'not-read-yet'),
      placed('c'),
    ];
    expect(uidsOf(clusters)).toEqual(['b', 'c', 'a']);
  });

  it('has the entity’s own before others, but none that doesn’t run', () => {
    const clusters = [
      placed('a'),
      placed('b'),
      placed('c', 'not-running'),
      placed('d', 'not-running'),
    ];
    expect(uidsOf(clusters, ['b', 'd'])).toEqual(['b', 'a', 'd', 'c']);
  });
});
