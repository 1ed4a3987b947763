import type { Session } from '../sessions/SessionStore';
import type { SimulatorContext } from '../SimulatorContext';

/** The session whose token is handed out: somebody else's if the settings say so. */
export function tokenSession(
  context: SimulatorContext,
  session: Session,
): Session {
  const { sessionTokenOf } = context.settings;
  for (const organisation of context.organisations) {
    const other = organisation.users.find(
      ({ email, uid }) => sessionTokenOf === email || sessionTokenOf === uid,
    );
    if (other) {
      return context.sessions.open({
        userUid: other.uid,
        tenantUid: organisation.uid,
      });
    }
  }
  return session;
}
