import type { Organisation, User } from './seed/types';
import type { SimulatorContext } from './SimulatorContext';

/** The tenant of this name or uid. */
export function findOrganisation(
  context: SimulatorContext,
  tenant: string,
): Organisation | undefined {
  return context.organisations.find(
    ({ name, uid }) => name === tenant || uid === tenant,
  );
}

/** The member of the tenant with this e-mail, whatever its case. */
export function findUserByEmail(
  organisation: Organisation,
  email: string,
): User | undefined {
  return organisation.users.find(
    user => user.email.toLowerCase() === email.toLowerCase(),
  );
}

/** The user and tenant that uids (of a session, say) speak of. */
export function findMember(
  context: SimulatorContext,
  member: { tenantUid: string; userUid: string },
): { organisation: Organisation; user: User } | undefined {
  const organisation = findOrganisation(context, member.tenantUid);
  const user = organisation?.users.find(({ uid }) => uid === member.userUid);
  return organisation && user ? { organisation, user } : undefined;
}

/** Every account with this e-mail or uid; one e-mail may belong to several tenants. */
export function findUsers(context: SimulatorContext, user: string): User[] {
  return context.organisations.flatMap(({ users }) =>
    users.filter(
      ({ email, uid }) =>
        uid === user || email.toLowerCase() === user.toLowerCase(),
    ),
  );
}
