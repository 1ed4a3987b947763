import {
  isInfrastructure,
  type ProfileGroup,
} from '@terasky/backstage-plugin-spectrocloud-react';
import type { DraftProfile } from '../model/Draft';

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
