import type {
  AttachedProfile,
  Cluster,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { isWantedVersion } from '../kubernetesVersions';

/** How what runs of a layer compares with what is wanted. */
export type LayerMatch = 'same' | 'differs' | 'notTold';

/** A layer of a profile, as the profile wants it and as it runs. */
export interface LayerRow {
  layer?: string;
  name: string;
  wanted?: string;
  /** Undefined where Palette doesn't tell, or nothing of it runs yet. */
  running?: string;
  match: LayerMatch;
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
  return packs.map(({ layer, name, version: wanted }) => {
    const { version: running, condition } = runningByName.get(name) ?? {};
    const problem =
      condition && condition.status !== 'True'
        ? condition.message || condition.reason || condition.type
        : undefined;
    const match = matchOf(running, wanted);
    return { layer, name, wanted, running, match, problem };
  });
}

/** Whether a layer is as it should be, as far as Palette tells. */
export function isInOrder({ match, problem }: LayerRow): boolean {
  return match !== 'differs' && problem === undefined;
}

function matchOf(
  running: string | undefined,
  wanted: string | undefined,
): LayerMatch {
  if (!running || !wanted) return 'notTold';
  return isWantedVersion(running, wanted) ? 'same' : 'differs';
}
