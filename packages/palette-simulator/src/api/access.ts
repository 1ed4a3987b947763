import type { Organisation, Role, User } from '../seed/types';

function permissionsOf(roles: Role[], roleUids: string[]): string[] {
  const granted = roles
    .filter(({ uid }) => roleUids.includes(uid))
    .flatMap(({ permissions }) => permissions);
  return [...new Set(granted)].sort();
}

/** What the user may do in the tenant as a whole. */
export function tenantPermissionsOf(
  organisation: Organisation,
  user: User,
): string[] {
  return permissionsOf(organisation.roles, user.tenantRoles);
}

/** What the user may do in the project. */
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
