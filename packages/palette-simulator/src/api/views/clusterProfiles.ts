import type { Cluster, Profile } from '../../seed/types';
import { valueOf } from '../changes/variables';
import type { Scope } from '../Scope';
import { profilesOfCluster } from './clusterDetail';
import { objectMeta } from './metadata';
import { packEntityView } from './pack';
import { variableView } from './profile';
import { profileTemplateView } from './profileTemplate';

/** One entry of `v1SpectroClusterProfileList`. */
export function clusterProfileView(
  scope: Scope,
  cluster: Cluster,
  profile: Profile,
  includePackMeta: string,
) {
  return {
    metadata: objectMeta(scope, profile),
    spec: {
      cloudType: profile.cloudType,
      packs: profile.packs.map(pack =>
        packEntityView(scope, pack, includePackMeta),
      ),
      relatedObject: {
        kind: 'spectrocluster',
        name: cluster.name,
        uid: cluster.uid,
      },
      type: profile.type,
      version: 1,
    },
  };
}

/** `v1SpectroClusterVariables`: each variable with the value that is in use. */
export function clusterVariablesView(cluster: Cluster, profile: Profile) {
  const { uid, variables } = profile;
  return {
    profileUid: uid,
    variables: variables.map(variable => ({
      ...variableView(variable),
      value: variable.isSensitive ? '' : valueOf(cluster, profile, variable),
    })),
  };
}

/** `v1SpectroClusterProfileUpdates`: the newest version of each outdated profile. */
export function clusterProfileUpdatesView(scope: Scope, cluster: Cluster) {
  const newer = profilesOfCluster(scope, cluster).flatMap(profile => {
    const versions = scope.caller.organisation.profiles.filter(
      ({ name, projectUid }) =>
        name === profile.name && projectUid === profile.projectUid,
    );
    const newest = versions[versions.length - 1];
    return newest.uid === profile.uid ? [] : [newest];
  });
  return { profiles: newer.map(profileTemplateView) };
}
