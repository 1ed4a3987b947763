import type { Role, Team, User } from '../../seed/types';
import { fullNameOf } from '../../seed/users';
import type { Scope } from '../Scope';
import { objectMeta } from './metadata';
import { userView } from './user';

const SEEDED_AT = '2024-03-01T00:00:00.000Z';

/** `v1UserSummary`. */
export function userSummaryView(scope: Scope, user: User) {
  const { projects, roles, teams } = scope.caller.organisation;
  const named = ({ uid, name }: { uid: string; name: string }) => ({
    uid,
    name,
  });
  const own = projects.filter(({ uid }) => user.projectRoles[uid]);
  const { metadata, spec, status } = userView(scope, user);
  return {
    metadata,
    spec: {
      emailId: spec.emailId,
      firstName: spec.firstName,
      lastName: spec.lastName,
      projects: own.map(named),
      projectsCount: own.length,
      roles: roles
        .filter(({ uid }) => user.tenantRoles.includes(uid))
        .map(named),
      teams: teams
        .filter(({ userUids }) => userUids.includes(user.uid))
        .map(named),
    },
    status: { ...status, isPasswordResetting: false },
  };
}

/** `v1Team`. */
export function teamView(scope: Scope, team: Team) {
  return {
    metadata: objectMeta(scope, team),
    spec: { roles: [], sources: [], users: team.userUids },
    status: {},
  };
}

/** `v1TeamSummary`. */
export function teamSummaryView(scope: Scope, team: Team) {
  const { projects, users } = scope.caller.organisation;
  return {
    metadata: objectMeta(scope, team),
    spec: {
      emailId: '',
      projects: projects
        .filter(({ uid }) => team.projectUids.includes(uid))
        .map(({ uid, name }) => ({ uid, name })),
      roles: [],
      users: users
        .filter(({ uid }) => team.userUids.includes(uid))
        .map(user => ({ uid: user.uid, name: fullNameOf(user) })),
    },
    status: {},
  };
}

/** `v1Role`. */
export function roleView(scope: Scope, role: Role) {
  return {
    metadata: objectMeta(scope, { ...role, createdAt: SEEDED_AT }),
    spec: {
      permissions: role.permissions,
      scope: role.scope,
      type: 'system',
    },
    status: { isEnabled: true },
  };
}
