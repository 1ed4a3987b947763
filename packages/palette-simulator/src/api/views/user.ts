import type { User } from '../../seed/types';
import { fullNameOf } from '../../seed/users';
import { projectPermissionsOf, tenantPermissionsOf } from '../access';
import type { Scope } from '../Scope';
import { objectMeta } from './metadata';

function specOf(user: User) {
  return {
    emailId: user.email,
    firstName: user.firstName,
    lastName: user.lastName,
    roles: user.tenantRoles,
  };
}

/** A way into an account that callers must drop. */
function activationLinkOf(user: User): string {
  return `https://palette.example/auth/password/activate?uid=${user.uid}&secret=activation-secret`;
}

/** `v1User`. */
export function userView(scope: Scope, user: User) {
  return {
    metadata: objectMeta(scope, { ...user, name: fullNameOf(user) }),
    spec: specOf(user),
    status: {
      activationLink: activationLinkOf(user),
      isActive: true,
      lastSignIn: user.createdAt,
    },
  };
}

/** `v1UserMe`, which no swagger has. */
export function userMeView(scope: Scope) {
  const { user, organisation } = scope.caller;
  return {
    metadata: objectMeta(scope, { ...user, name: fullNameOf(user) }),
    spec: specOf(user),
    status: {
      isActive: true,
      isContractAccepted: true,
      activationLink: activationLinkOf(user),
      loginMode: 'dev',
      tenant: { orgName: organisation.name, tenantUid: organisation.uid },
      tenantPermissions: { tenant: tenantPermissionsOf(organisation, user) },
      projectPermissions: Object.fromEntries(
        Object.keys(user.projectRoles).map(uid => [
          uid,
          projectPermissionsOf(organisation, user, uid),
        ]),
      ),
    },
  };
}
