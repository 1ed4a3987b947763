import type { AttachedProfile } from '@terasky/backstage-plugin-spectrocloud-common';

/** From the bottom of Palette's stack to its top. */
const LAYERS = ['kernel', 'os', 'k8s', 'cni', 'csi', 'addon'];
const TYPES = ['cluster', 'infra', 'add-on'];

/** Where it stands; what isn't known stands on top. */
const rankIn = (order: string[], name: string | undefined) => {
  const rank = order.indexOf(name ?? '');
  return rank < 0 ? order.length : rank;
};

/** The profiles as Palette stacks them, and within each its packs. */
export function inLayerOrder(profiles: AttachedProfile[]): AttachedProfile[] {
  return [...profiles]
    .sort(
      (a, b) =>
        rankIn(TYPES, a.type) - rankIn(TYPES, b.type) ||
        (a.name ?? a.uid).localeCompare(b.name ?? b.uid),
    )
    .map(profile => ({
      ...profile,
      packs: [...profile.packs].sort(
        (a, b) => rankIn(LAYERS, a.layer) - rankIn(LAYERS, b.layer),
      ),
    }));
}
