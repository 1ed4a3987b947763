import type {
  AttachedProfile,
  Cluster,
} from '@terasky/backstage-plugin-spectrocloud-common';

/** A layer of a profile, as the profile wants it and as it runs. */
export interface LayerRow {
  layer?: string;
  name: string;
  wanted?: string;
  /** Undefined where Palette doesn't tell, or nothing of it runs yet. */
  running?: string;
  /** What Palette says of it, where it isn't as it should be. */
  problem?: string;
}

/** The packs of a profile with what the cluster says of them. */
export function layerRows(
  { packs }: AttachedProfile,
  { status }: Cluster,
): LayerRow[] {
  const runningByName = new Map(
    status.packs.map(pack => [pack.name ?? '', pack]),
  );
  return packs.map(({ layer, name, version }) => {
    const { version: running, condition } = runningByName.get(name) ?? {};
    const problem =
      condition && condition.status !== 'True'
        ? condition.message || condition.reason || condition.type
        : undefined;
    return { layer, name, wanted: version, running, problem };
  });
}
