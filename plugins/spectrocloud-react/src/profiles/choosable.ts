import type {
  ClusterProfile,
  CreatableCloudType,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { groupProfiles, type ProfileGroup } from './groupProfiles';

/** Profiles of any cloud say so. */
const ANY_CLOUD = 'all';

/** The cloud of a kind's profiles; virtual clusters are `nested`. @public */
export function profileCloudOf(kind: CreatableCloudType): string {
  return kind === 'virtual' ? 'nested' : kind;
}

/** What a cluster runs on: at most one of these. @public */
export function isInfrastructure({ type }: { type: string }): boolean {
  return type === 'cluster' || type === 'infra';
}

/** What of a profile a cluster can be made with: its published versions. @public */
export function choosable(
  profiles: ClusterProfile[],
  kind: CreatableCloudType,
): ProfileGroup[] {
  const cloud = profileCloudOf(kind);
  return groupProfiles(profiles)
    .filter(
      group =>
        group.type !== 'system' &&
        (group.cloud === cloud ||
          (group.cloud === ANY_CLOUD && !isInfrastructure(group))),
    )
    .map(group => ({
      ...group,
      versions: group.versions.filter(({ isPublished }) => isPublished),
    }))
    .filter(({ versions }) => versions.length > 0);
}
