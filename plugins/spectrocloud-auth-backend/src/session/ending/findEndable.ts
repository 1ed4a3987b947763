import type { SessionContext } from '../SessionContext';
import type { EndableSession } from './endSession';

/** The session of a row id, be it one that no key opens here: it can be ended, only its token can't be revoked. */
export async function findEndable(
  { stores }: Pick<SessionContext, 'stores'>,
  id: string,
): Promise<EndableSession | undefined> {
  const session = await stores.tokens.getSession(id);
  if (session) {
    return session;
  }
  const summary = await stores.tokens.getSummary(id);
  if (!summary) {
    return undefined;
  }
  const { sessionTokenExpiresAt } = summary;
  return { ...summary, tokens: { sessionTokenExpiresAt } };
}
