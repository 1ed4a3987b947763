import type { Scope } from '../Scope';
import { permissionsOn } from '../access';

interface Described {
  uid: string;
  name: string;
  createdAt: string;
  projectUid?: string;
  labels?: Record<string, string>;
  upgradesPaused?: boolean;
}

/** `v1ObjectMeta`. */
export interface ObjectMeta {
  uid: string;
  name: string;
  annotations: Record<string, string>;
  labels: Record<string, string>;
  creationTimestamp: string;
  lastModifiedTimestamp: string;
}

/** `v1ObjectMeta`, with the caller's own permissions on the object among the annotations. */
export function objectMeta(
  { caller: { organisation, user } }: Scope,
  object: Described,
  annotations: Record<string, string> = {},
): ObjectMeta {
  const { uid, name, projectUid, createdAt } = object;
  return {
    uid,
    name,
    annotations: {
      ownerUid: organisation.users[0].uid,
      permissions: permissionsOn(organisation, user, projectUid).join(','),
      ...(projectUid && { projectUid }),
      scope: projectUid ? 'project' : 'tenant',
      scopeVisibility: projectUid ? '10' : '20',
      ...(object.upgradesPaused && {
        spectroComponentsUpgradeForbidden: 'true',
      }),
      tenantUid: organisation.uid,
      ...annotations,
    },
    labels: object.labels ?? {},
    creationTimestamp: createdAt,
    lastModifiedTimestamp: createdAt,
  };
}
