import type { Cluster } from '../../seed/types';
import { uidOf } from '../../seed/uid';
import type { Scope } from '../Scope';
import { objectMeta } from './metadata';

const NAMESPACE = 'apps';
const TEAM_NAMESPACES = 'team-.*';
/** A project may have thousands. */
const MOST_PEOPLE = 5;

/** Whether Palette has anything to set up in it. */
function isSetUp({ state }: Cluster): boolean {
  return state === 'Running' || state === 'Error';
}

/** Where it could not be set up. */
function statusOf({ problem }: Cluster, resourceType: string) {
  return {
    errors: problem
      ? [{ msg: `not applied: ${problem}`, name: NAMESPACE, resourceType }]
      : [],
  };
}

function metaOf(scope: Scope, cluster: Cluster, kind: string, name: string) {
  return objectMeta(scope, {
    uid: uidOf(kind, cluster.uid, name),
    name,
    projectUid: cluster.projectUid,
    createdAt: cluster.createdAt,
  });
}

function referenceOf({ uid, name }: Cluster) {
  return { kind: 'spectrocluster', name, uid };
}

/** `v1ClusterNamespaceResources`. */
export function namespacesView(scope: Scope, cluster: Cluster) {
  const bounds = [
    {
      name: NAMESPACE,
      isRegex: false,
      resourceAllocation: {
        cpuCores: 8,
        memoryMiB: 16_384,
        gpuConfig: { limit: -1, provider: 'nvidia' },
      },
    },
    { name: TEAM_NAMESPACES, isRegex: true },
  ];
  return {
    items: (isSetUp(cluster) ? bounds : []).map(({ name, ...spec }) => ({
      metadata: metaOf(scope, cluster, 'namespace', name),
      spec: { ...spec, relatedObject: referenceOf(cluster) },
      status: name === NAMESPACE ? statusOf(cluster, 'namespace') : {},
    })),
  };
}

/** `v1ClusterRbacs`: the project's teams see everything, and its people work in a namespace. */
export function rbacsView(scope: Scope, cluster: Cluster) {
  const { teams, users } = scope.caller.organisation;
  const groups = teams
    .filter(({ projectUids }) => projectUids.includes(cluster.projectUid))
    .map(({ name }) => ({ name, namespace: '', type: 'Group' }));
  const people = users
    .filter(({ projectRoles }) => projectRoles[cluster.projectUid])
    .slice(0, MOST_PEOPLE)
    .map(({ email }) => ({ name: email, namespace: '', type: 'User' }));
  const bindings = [
    {
      namespace: '',
      role: { kind: 'ClusterRole', name: 'view' },
      subjects: groups,
      type: 'ClusterRoleBinding',
    },
    {
      namespace: NAMESPACE,
      role: { kind: 'ClusterRole', name: 'edit' },
      subjects: people,
      type: 'RoleBinding',
    },
    {
      namespace: TEAM_NAMESPACES,
      role: { kind: 'Role', name: 'deployer' },
      subjects: [
        { name: 'pipeline', namespace: NAMESPACE, type: 'ServiceAccount' },
      ],
      type: 'RoleBinding',
    },
  ].filter(({ subjects }) => subjects.length > 0);
  return {
    items: isSetUp(cluster)
      ? [
          {
            metadata: metaOf(scope, cluster, 'rbac', cluster.name),
            spec: {
              bindings,
              isSystem: false,
              relatedObject: referenceOf(cluster),
            },
            status: statusOf(cluster, 'rbac'),
          },
        ]
      : [],
  };
}
