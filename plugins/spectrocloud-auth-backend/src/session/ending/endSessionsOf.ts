import type { EndedSession } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import type { SessionContext } from '../SessionContext';
import type { EndReason } from '../SessionManager';
import { noticeEnds } from './endSession';
import { revocationScope } from './revokeTokens';

/**
 * Ends sessions of one user, all at once; Palette is asked afterwards, which nobody waits for.
 *
 * @param options - `ids`: these only; `sparesSessionTokens`: Palette is not asked to revoke any
 * @returns those that were there
 * @throws `ServiceUnavailableError` when the database can't end them: none has ended then
 */
export async function endSessionsOf(
  context: SessionContext,
  userEntityRef: string,
  reason: EndReason,
  options: { ids?: string[]; sparesSessionTokens?: boolean } = {},
): Promise<EndedSession[]> {
  const { ids, sparesSessionTokens } = options;
  if (ids?.length === 0) {
    return [];
  }
  const ended = await context.stores.ends.end({
    userEntityRef,
    ids,
    ...(sparesSessionTokens
      ? { revokeRefreshIn: [...context.environments.keys()] }
      : revocationScope(context, reason, [...context.environments.keys()])),
  });
  if (ended.length === 0) {
    return ended;
  }
  // It never throws, and what is left of it is done after the next start.
  context.revoker.workOff();
  const environments = new Set(ended.map(({ environment }) => environment));
  await Promise.all(
    [...environments].map(environment => {
      const those = ended.filter(one => one.environment === environment);
      const sessionIds = those.map(({ id }) => id);
      return noticeEnds(context, {
        sessionIds,
        userEntityRef,
        environment,
        reason,
      });
    }),
  );
  return ended;
}
