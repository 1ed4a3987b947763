import type {
  RenewalLease,
  StoredSession,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import pRetry from 'p-retry';
import { revokeToken } from '../ending/endSession';
import type { SessionContext } from '../SessionContext';

/** A token that Palette has already given is worth some patience with the database: 200, 400, 800 and 1600 milliseconds. */
const WRITE_RETRIES = { retries: 4, minTimeout: 200, factor: 2 };

/**
 * Writes the new tokens, or revokes the new session token: a token that nobody keeps must not live on.
 *
 * @returns false when the session ended meanwhile, or was renewed by another process
 * @throws `ServiceUnavailableError` when the database can't take them
 */
export async function writeRenewal(
  context: SessionContext,
  lease: RenewalLease,
  session: { former: StoredSession; next: StoredSession },
  renewAfter?: Date,
): Promise<boolean> {
  const { former, next } = session;
  const { sessionToken } = next.tokens;
  let written = false;
  try {
    written = await pRetry(
      () => write(context, lease, next, renewAfter),
      WRITE_RETRIES,
    );
  } finally {
    if (
      !written &&
      sessionToken &&
      sessionToken !== former.tokens.sessionToken
    ) {
      await revokeToken(context, next);
    }
  }
  return written;
}

async function write(
  { stores }: SessionContext,
  lease: RenewalLease,
  next: StoredSession,
  renewAfter?: Date,
): Promise<boolean> {
  if (await stores.leases.complete(lease, next, renewAfter)) {
    return true;
  }
  // The write may have succeeded although its answer was lost, or another
  // process has written the same: a Palette may renew a token twice alike.
  const current = await stores.tokens.getSession(next.id);
  return (
    current?.version === next.version + 1 &&
    current.tokens.sessionToken === next.tokens.sessionToken
  );
}
