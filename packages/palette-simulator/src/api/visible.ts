import type { Response } from 'express';
import { hybridClustersOf } from '../seed/hybridClusters';
import type {
  CloudAccount,
  Cluster,
  ClusterGroup,
  Organisation,
  Profile,
} from '../seed/types';
import { notFound } from './PaletteError';
import { isInScope, requirePermission, type Scope } from './Scope';

const LOOKING = 'cluster.get';

interface Found<T> {
  scope: Scope;
  object: T;
}

/** The clusters of the project, or of every project in tenant scope. */
export function clustersIn({ caller, project }: Scope): Cluster[] {
  return caller.organisation.clusters.filter(
    ({ projectUid }) => !project || projectUid === project.uid,
  );
}

/**
 * The cluster, if the caller has the permission and the scope shows it; those that stand
 * for hybrid pools are there to be looked at, and in no list.
 */
export function requireCluster(
  res: Response,
  uid: string,
  permission = LOOKING,
): Found<Cluster> {
  const scope = requirePermission(res, permission);
  const clusters = clustersIn(scope);
  const known =
    permission === LOOKING
      ? [...clusters, ...clusters.flatMap(hybridClustersOf)]
      : clusters;
  const object = known.find(cluster => cluster.uid === uid);
  return { scope, object: object ?? refuse('spectrocluster', uid) };
}

/** A project sees its own profiles and those of the tenant and the system. */
export function profilesIn(scope: Scope): Profile[] {
  return visible(scope, 'profiles');
}

/** The profile, if the caller may read profiles and the scope shows it. */
export function requireProfile(res: Response, uid: string): Found<Profile> {
  const scope = requirePermission(res, 'clusterProfile.get');
  const object = profilesIn(scope).find(profile => profile.uid === uid);
  return { scope, object: object ?? refuse('clusterprofile', uid) };
}

/** A project sees its own groups and those of the tenant. */
export function clusterGroupsIn(scope: Scope): ClusterGroup[] {
  return visible(scope, 'clusterGroups');
}

/** The group, if the caller may read groups and the scope shows it. */
export function requireClusterGroup(
  res: Response,
  uid: string,
): Found<ClusterGroup> {
  const scope = requirePermission(res, 'clusterGroup.get');
  const object = clusterGroupsIn(scope).find(group => group.uid === uid);
  return { scope, object: object ?? refuse('clustergroup', uid) };
}

/** A project sees its own accounts and those of the tenant. */
export function cloudAccountsIn(scope: Scope): CloudAccount[] {
  return visible(scope, 'cloudAccounts');
}

type Shared = 'profiles' | 'clusterGroups' | 'cloudAccounts';

function visible<K extends Shared>(scope: Scope, kind: K): Organisation[K] {
  const all = scope.caller.organisation[kind] as { projectUid?: string }[];
  return all.filter(({ projectUid }) =>
    isInScope(scope, projectUid),
  ) as Organisation[K];
}

function refuse(kind: string, uid: string): never {
  throw notFound(kind, uid);
}
