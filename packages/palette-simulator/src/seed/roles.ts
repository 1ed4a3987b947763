import { PERMISSIONS } from './permissions';
import type { Role } from './types';
import { uidOf } from './uid';

export type RoleName = keyof typeof PERMISSIONS;

export function roleUid(name: RoleName): string {
  return uidOf('role', name);
}

export function createRoles(): Role[] {
  return (Object.keys(PERMISSIONS) as RoleName[]).map(name => ({
    uid: roleUid(name),
    name,
    scope: name.startsWith('Tenant') ? 'tenant' : 'project',
    permissions: PERMISSIONS[name],
  }));
}
