import type {
  ClusterProfile,
  CreatableCloudType,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { groupProfiles, type ProfileGroup } from '../../profiles/groupProfiles';
import type { DraftProfile } from '../model/Draft';

/** Profiles of any cloud say so. */
const ANY_CLOUD = 'all';

/** The cloud of a kind's profiles; virtual clusters are `nested`. */
export function profileCloudOf(kind: CreatableCloudType): string {
  return kind === 'virtual' ? 'nested' : kind;
}

/** What a cluster runs on: at most one of these. */
export function isInfrastructure({ type }: { type: string }): boolean {
  return type === 'cluster' || type === 'infra';
}

/** What of a profile a cluster can be made with: its published versions. */
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

function holds({ versions }: ProfileGroup, uid: string): boolean {
  return versions.some(version => version.uid === uid);
}

/** Which version of a profile was chosen, if one was. */
export function chosenVersion(
  group: ProfileGroup,
  chosen: DraftProfile[],
): DraftProfile | undefined {
  return chosen.find(({ uid }) => holds(group, uid));
}

function toDraft(
  { name, type, versions }: ProfileGroup,
  uid = versions[0].uid,
): DraftProfile {
  const { version } = versions.find(each => each.uid === uid) ?? versions[0];
  return { uid, name, type, version };
}

/** What is chosen after a profile was taken or left: only one that a cluster runs on. */
export function toggleProfile(
  chosen: DraftProfile[],
  group: ProfileGroup,
): DraftProfile[] {
  const picked = chosenVersion(group, chosen);
  if (isInfrastructure(group)) {
    if (picked) return chosen;
    return [
      toDraft(group),
      ...chosen.filter(profile => !isInfrastructure(profile)),
    ];
  }
  return picked
    ? chosen.filter(profile => profile !== picked)
    : [...chosen, toDraft(group)];
}

/** What is chosen after another version of a profile was. */
export function changeVersion(
  chosen: DraftProfile[],
  group: ProfileGroup,
  uid: string,
): DraftProfile[] {
  return chosen.map(profile =>
    holds(group, profile.uid) ? toDraft(group, uid) : profile,
  );
}
