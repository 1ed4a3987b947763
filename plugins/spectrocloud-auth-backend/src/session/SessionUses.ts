import { stringifyError } from '@backstage/errors';
import type { StoredSession } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { environmentOf, type SessionContext } from './SessionContext';
import { withinPatience } from './withinPatience';

/** How often the use of a session is noted; more often where it may be idle for minutes only. */
const MAX_TOUCH_INTERVAL_MS = 60_000;
const TOUCH_SHARE_OF_IDLE_TIMEOUT = 1 / 4;
/** A database that takes no writes must not slow the reads down. */
const TOUCH_PATIENCE_MS = 250;

/** Keeps used sessions from becoming idle. */
export class SessionUses {
  readonly #context: SessionContext;
  /** Sessions whose use is being noted: nobody waits for, or asks, the same row twice. */
  readonly #underWay = new Set<string>();

  private constructor(context: SessionContext) {
    this.#context = context;
  }

  static create(context: SessionContext): SessionUses {
    return new SessionUses(context);
  }

  /** Notes that a session was used, once in a while; a failure is no reason to fail. */
  async note(session: StoredSession): Promise<void> {
    const context = this.#context;
    const { sessionIdleTimeoutMs } = environmentOf(
      context,
      session.environment,
    );
    const idleTimeoutMs = Math.min(
      sessionIdleTimeoutMs,
      // Of a session that waits for its owner.
      session.idleExpiresAt.getTime() - session.usedAt.getTime(),
    );
    const intervalMs = Math.min(
      MAX_TOUCH_INTERVAL_MS,
      idleTimeoutMs * TOUCH_SHARE_OF_IDLE_TIMEOUT,
    );
    const usedAt = context.now();
    if (
      usedAt.getTime() - session.usedAt.getTime() < intervalMs ||
      this.#underWay.has(session.id)
    ) {
      return;
    }
    this.#underWay.add(session.id);
    const noted = context.stores.tokens
      .touch(session.id, {
        usedAt,
        idleExpiresAt: new Date(usedAt.getTime() + idleTimeoutMs),
      })
      .catch(error =>
        context.logger.debug(
          `The use of Palette session ${session.id} was not noted: ${stringifyError(error)}`,
        ),
      )
      .finally(() => this.#underWay.delete(session.id));
    await withinPatience(noted, TOUCH_PATIENCE_MS);
  }
}
