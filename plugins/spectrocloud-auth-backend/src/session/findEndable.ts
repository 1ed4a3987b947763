import type { TokenStore } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import type { EndableSession } from './SessionEnder';

/** The session of a row id, be it one that no key opens here: it can be ended, only its token can't be revoked. */
export async function findEndable(
  tokens: TokenStore,
  id: string,
): Promise<EndableSession | undefined> {
  const session = await tokens.getSession(id);
  if (session) {
    return session;
  }
  const summary = await tokens.getSummary(id);
  if (!summary) {
    return undefined;
  }
  const { sessionTokenExpiresAt } = summary;
  return { ...summary, tokens: { sessionTokenExpiresAt } };
}
