import type { Organisation, Role, User } from '../seed/types';

function permissionsOf(roles: Role[], roleUids: string[]): string[] {
  const granted = roles
    .filter(({ uid }) => roleUids.includes(uid))
    .flatMap(({ permissions }) => permissions);
  return [...new Set(granted)].sort();
}

export function tenantPermissionsOf(
  organisation: Organisation,
  user: User,
): string[] {
  return permissionsOf(organisation.roles, user.tenantRoles);
}

export function projectPermissionsOf(
  organisation: Organisation,
  user: User,
  projectUid: string,
): string[] {
  return permissionsOf(organisation.roles, user.projectRoles[projectUid] ?? []);
}

/** What the user may do with an object of this project, or of the tenant. */
export function permissionsOn(
  organisation: Organisation,
  user: User,
  projectUid: string | undefined,
): string[] {
  return projectUid && user.projectRoles[projectUid]
    ? projectPermissionsOf(organisation, user, projectUid)
    : tenantPermissionsOf(organisation, user);
}
