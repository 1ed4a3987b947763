import type {
  Cluster,
  ClusterProfile,
  ClusterVariable,
  ProfileVariable,
} from '@terasky/backstage-plugin-spectrocloud-common';

/** A version of a profile that a cluster can get. */
export interface AttachableProfile {
  uid: string;
  name: string;
  version?: string;
}

/** The add-on profiles that fit a cluster and that it doesn't have, each version of them. */
export function attachableProfiles(
  profiles: ClusterProfile[],
  { spec }: Cluster,
): AttachableProfile[] {
  const names = spec.profiles.map(({ name }) => name);
  const uids = spec.profiles.map(({ uid }) => uid);
  const fitting = profiles.filter(
    ({ metadata, spec: { type = 'add-on', cloudType, versions } }) =>
      type === 'add-on' &&
      (!cloudType || cloudType === 'all' || cloudType === spec.cloudType) &&
      !names.includes(metadata.name) &&
      ![metadata, ...versions].some(({ uid }) => uids.includes(uid)),
  );
  const choices = fitting.flatMap(({ metadata: { uid, name }, spec: own }) => [
    ...own.versions.map(each => ({ ...each, name })),
    ...(own.versions.some(each => each.uid === uid)
      ? []
      : [{ uid, name, version: own.version }]),
  ]);
  // Palette may list each version of a profile with all of them.
  return choices.filter(
    ({ uid }, index) => choices.findIndex(each => each.uid === uid) === index,
  );
}

/** A variable of a profile that is yet to be attached, as one of a cluster. */
export function toClusterVariable({
  options,
  ...variable
}: ProfileVariable): ClusterVariable {
  return {
    ...variable,
    options,
    value: variable.defaultValue,
    required: variable.required ?? false,
    hidden: variable.hidden ?? false,
    // Fixed from now on, so that it can be chosen now.
    immutable: false,
    isSensitive: variable.isSensitive ?? false,
  };
}
