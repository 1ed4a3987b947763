import { PERMISSIONS } from './permissions';
import type { Role } from './types';
import { uidOf } from './uid';

/** The roles that users of the seed have. */
export type RoleName = keyof typeof PERMISSIONS;

/** Uid of a role; roles are the same in every tenant. */
export function roleUid(name: RoleName): string {
  return uidOf('role', name);
}

/** Every role with its permissions. */
export function createRoles(): Role[] {
  return (Object.keys(PERMISSIONS) as RoleName[]).map(name => ({
    uid: roleUid(name),
    name,
    scope: name.startsWith('Tenant') ? 'tenant' : 'project',
    permissions: PERMISSIONS[name],
  }));
}
