import { setTimeout as delay } from 'node:timers/promises';
import type {
  RenewalLease,
  StoredSession,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import type { SessionContext } from './SessionContext';
import type { SessionEnder } from './SessionEnder';

/** A token that Palette has already given is worth some patience with the database. */
const WRITE_RETRY_MS = [200, 500, 1_000, 2_000];

/** Writes what a renewal brought. */
export class RenewalWriter {
  readonly #context: SessionContext;
  readonly #ender: SessionEnder;

  private constructor(context: SessionContext, ender: SessionEnder) {
    this.#context = context;
    this.#ender = ender;
  }

  static create(options: {
    context: SessionContext;
    ender: SessionEnder;
  }): RenewalWriter {
    return new RenewalWriter(options.context, options.ender);
  }

  /**
   * Writes the new tokens, or revokes the new session token: a token that nobody keeps must not live on.
   *
   * @returns false when the session ended meanwhile, or was renewed by another process
   * @throws `ServiceUnavailableError` when the database can't take them
   */
  async write(
    lease: RenewalLease,
    former: StoredSession,
    next: StoredSession,
    renewAfter?: Date,
  ): Promise<boolean> {
    const { sessionToken } = next.tokens;
    let written = false;
    try {
      written = await this.#writePatiently(lease, next, renewAfter);
    } finally {
      if (
        !written &&
        sessionToken &&
        sessionToken !== former.tokens.sessionToken
      ) {
        await this.#ender.revoke(next);
      }
    }
    return written;
  }

  async #writePatiently(
    lease: RenewalLease,
    next: StoredSession,
    renewAfter?: Date,
  ): Promise<boolean> {
    const { leases, tokens } = this.#context.stores;
    for (const [attempt, pauseMs] of [...WRITE_RETRY_MS, 0].entries()) {
      try {
        if (await leases.complete(lease, next, renewAfter)) {
          return true;
        }
        // The write may have succeeded although its answer was lost, or another
        // process has written the same: a Palette may renew a token twice alike.
        const current = await tokens.getSession(next.id);
        return (
          current?.version === next.version + 1 &&
          current.tokens.sessionToken === next.tokens.sessionToken
        );
      } catch (error) {
        if (attempt === WRITE_RETRY_MS.length) {
          throw error;
        }
        await delay(pauseMs);
      }
    }
    return false;
  }
}
