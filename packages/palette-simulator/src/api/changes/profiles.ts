import type {
  Cluster,
  Organisation,
  Pack,
  PackLayer,
  Profile,
} from '../../seed/types';
import { notFound, PaletteError } from '../PaletteError';
import type { ProfileEntity } from '../create/ClusterEntity';
import type { Scope } from '../Scope';
import { profilesIn } from '../visible';
import { checkVariables } from './variables';

/** Nodes are made of these, so that another version of one means other nodes. */
const NODE_LAYERS: PackLayer[] = ['kernel', 'os', 'k8s'];

/** One entry of `v1SpectroClusterProfiles`. */
export interface ProfileChange extends ProfileEntity {
  /** Uid of the attached one in whose place it comes. */
  replaceWithProfile?: string;
}

/** A pack that comes in another one's place. */
export interface PackChange {
  current: Pack;
  target: Pack;
}

const find = (profiles: Profile[], uids: string[]) =>
  uids.flatMap(uid => profiles.find(profile => profile.uid === uid) ?? []);

const packsOf = ({ profiles }: Organisation, uids: string[]) =>
  find(profiles, uids).flatMap(({ packs }) => packs);

/** The profiles that the cluster would have; throws what Palette would refuse. */
export function profilesAfter(
  scope: Scope,
  cluster: Cluster,
  changes: ProfileChange[],
): string[] {
  const known = profilesIn(scope);
  let uids = [...cluster.profileUids];
  changes.forEach(({ uid = '', replaceWithProfile, variables }, index) => {
    const profile = known.find(one => one.uid === uid);
    if (!profile) throw notFound('clusterprofile', uid);
    if (replaceWithProfile && !uids.includes(replaceWithProfile)) {
      throw notFound('clusterprofile', replaceWithProfile);
    }
    checkVariables(profile, variables ?? [], `profiles.${index}.variables`);
    if (replaceWithProfile) {
      uids = uids.map(one => (one === replaceWithProfile ? uid : one));
    } else if (!uids.includes(uid)) {
      uids.push(uid);
    }
  });
  refuseDuplicates(packsOf(scope.caller.organisation, uids));
  return uids;
}

/** The profiles that the cluster would keep; throws what Palette would refuse. */
export function profilesWithout(
  scope: Scope,
  { profileUids }: Cluster,
  removed: string[],
): string[] {
  const known = scope.caller.organisation.profiles;
  for (const uid of removed) {
    if (!profileUids.includes(uid)) throw notFound('clusterprofile', uid);
    if (find(known, [uid]).some(({ type }) => type !== 'add-on')) {
      throw new PaletteError(
        400,
        'InvalidClusterProfileRemoval',
        'The infrastructure profile of a cluster can not be removed',
      );
    }
  }
  return profileUids.filter(uid => !removed.includes(uid));
}

function refuseDuplicates(packs: Pack[]): void {
  const names = packs.map(({ name }) => name);
  const double = names.filter((name, index) => names.indexOf(name) !== index);
  if (double.length > 0) {
    throw new PaletteError(
      400,
      'DuplicateClusterPacksForbidden',
      'Duplicate packs are not allowed in the cluster',
      {
        errors: double.map(name => ({
          field: `packs.${name}`,
          message: `Pack ${name} is attached by more than one profile`,
        })),
      },
    );
  }
}

/** The packs for whose sake nodes are replaced. */
export function nodeChanges(
  organisation: Organisation,
  from: string[],
  to: string[],
): PackChange[] {
  const targets = packsOf(organisation, to);
  return packsOf(organisation, from).flatMap(current => {
    if (!NODE_LAYERS.includes(current.layer)) return [];
    const target = targets.find(({ layer }) => layer === current.layer);
    const isSame =
      target?.name === current.name && target.version === current.version;
    return target && !isSame ? [{ current, target }] : [];
  });
}

/** What the cluster's own Kubernetes pack says, where a profile has one. */
export function kubernetesVersionOf(
  organisation: Organisation,
  { profileUids }: Cluster,
): string | undefined {
  const pack = packsOf(organisation, profileUids).find(
    ({ layer }) => layer === 'k8s',
  );
  if (!pack) return undefined;
  // Managed clouds name no patch release.
  return pack.version.split('.').length > 2
    ? pack.version
    : `${pack.version}.0`;
}

/** The same profiles, each in its newest version. */
export function newestVersions(
  { profiles }: Organisation,
  uids: string[],
): string[] {
  return find(profiles, uids).map(
    ({ name, projectUid }) =>
      profiles
        .filter(one => one.name === name && one.projectUid === projectUid)
        .slice(-1)[0].uid,
  );
}
