import type { AttachedProfile } from '@terasky/backstage-plugin-spectrocloud-common';

/** From the top of Palette's stack to its bottom. */
const LAYERS = ['addon', 'csi', 'cni', 'k8s', 'os', 'kernel'];
const TYPES = ['add-on', 'infra', 'cluster'];

/** Where it stands; what isn't known stands on top. */
const rankIn = (order: string[], name: string | undefined) =>
  order.indexOf(name ?? '');

/** The profiles as Palette stacks them, from the top, and within each its packs. */
export function inLayerOrder(profiles: AttachedProfile[]): AttachedProfile[] {
  return [...profiles]
    .sort(
      (a, b) =>
        rankIn(TYPES, a.type) - rankIn(TYPES, b.type) ||
        (a.name ?? a.uid).localeCompare(b.name ?? b.uid),
    )
    .map(profile => ({ ...profile, packs: packsInLayerOrder(profile.packs) }));
}

/** Packs as Palette stacks them, from the top. */
export function packsInLayerOrder<Pack extends { layer?: string }>(
  packs: Pack[],
): Pack[] {
  return [...packs].sort(
    (a, b) => rankIn(LAYERS, a.layer) - rankIn(LAYERS, b.layer),
  );
}
