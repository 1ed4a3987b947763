import { setTimeout as delay } from 'node:timers/promises';
import { stringifyError } from '@backstage/errors';
import {
  hasLiveIdToken,
  hasLiveSessionToken,
  SingleFlight,
  type RenewalLease,
  type StoredSession,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import type { OwnerConfirmation } from './OwnerConfirmation';
import { knownIdentity } from './paletteOwner';
import {
  dueTokens,
  nextRenewal,
  sessionEnd,
  type DueTokens,
} from './renewalRule';
import { renewalUnderWay } from './renewalUnderWay';
import { RenewalWriter } from './RenewalWriter';
import { environmentOf, type SessionContext } from './SessionContext';
import type { SessionEnder } from './SessionEnder';
import type { RenewalOutcome } from './SessionMetrics';
import { CONFIRMATION_PATIENCE_MS, type TokenRenewal } from './TokenRenewal';

/** A holder that died is replaced after this; longer than one prolongation may wait for the database. */
const LEASE_MS = 8_000;
/** How often a living holder prolongs its lease. */
const KEEP_LEASE_MS = 1_500;
const POLL_MS = 100;
/** After a failure the still valid tokens are served for this long before Palette is asked again. */
const RETRY_AFTER_MS = 30_000;

type Outcome =
  | { outcome: Exclude<RenewalOutcome, 'superseded'>; session?: StoredSession }
  | { outcome: 'superseded' };

/** Whether something of a session is alive at a time. */
export type IsAlive = (session: StoredSession, now: Date) => boolean;

/**
 * Renews the tokens of sessions before they expire: one caller does it, across
 * replicas, and all others wait for the result.
 */
export class SessionRenewer {
  readonly #context: SessionContext;
  readonly #confirmation: OwnerConfirmation;
  readonly #ender: SessionEnder;
  readonly #renewal: TokenRenewal;
  readonly #writer: RenewalWriter;
  readonly #flights = SingleFlight.create<StoredSession | undefined>();

  private constructor(options: SessionRenewerOptions) {
    this.#context = options.context;
    this.#confirmation = options.confirmation;
    this.#ender = options.ender;
    this.#renewal = options.renewal;
    this.#writer = RenewalWriter.create(options);
  }

  static create(options: SessionRenewerOptions): SessionRenewer {
    return new SessionRenewer(options);
  }

  /**
   * The session with tokens as fresh as they can be.
   *
   * Where they can't be renewed now, the session comes back as it is; whether
   * its tokens are still alive is for the caller to see.
   *
   * @param wanted - the tokens that the caller has a use for
   * @returns undefined when the session has ended
   * @throws `ServiceUnavailableError` when one of them lapsed in vain while it was being renewed
   */
  async renewIfDue(
    asked: StoredSession,
    wanted: IsAlive[] = [hasLiveSessionToken, hasLiveIdToken],
  ): Promise<StoredSession | undefined> {
    const session = await this.#confirmation.confirmIfDue(asked);
    if (!session || !this.#due(session)) {
      return session;
    }
    const countAlive = () =>
      wanted.filter(isAlive => isAlive(session, this.#context.now())).length;
    const aliveBefore = countAlive();
    try {
      return await this.#flights.run(session.id, () => this.#renew(session));
    } catch (error) {
      this.#context.logger.warn(
        `Palette session ${
          session.id
        } could not be renewed for now: ${stringifyError(error)}`,
      );
      if (countAlive() < aliveBefore) {
        // A renewed one may be there in a moment: that is no end of the session.
        throw renewalUnderWay();
      }
      return session;
    }
  }

  /**
   * The session once nobody is renewing it: while somebody is, Palette may refuse
   * the token of the row although a newer one is on its way.
   *
   * @returns undefined when the session has ended
   * @throws `ServiceUnavailableError` when the renewal takes too long
   */
  async settle(session: StoredSession): Promise<StoredSession | undefined> {
    const { leases, tokens } = this.#context.stores;
    const deadline = this.#deadline(session);
    while (await leases.isTaken(session.id)) {
      if (Date.now() > deadline) {
        throw renewalUnderWay();
      }
      await delay(POLL_MS);
    }
    return tokens.getSession(session.id);
  }

  /** Waits for the renewals under way, before the process ends. */
  async settled(): Promise<void> {
    await this.#flights.settled();
  }

  #due(session: StoredSession): DueTokens | undefined {
    const now = this.#context.now();
    return session.renewAfter && session.renewAfter > now
      ? undefined
      : dueTokens(
          session,
          environmentOf(this.#context, session.environment),
          now,
        );
  }

  /** Until when a renewal has come to an end, even if another process took it over from one that died. */
  #deadline(session: StoredSession): number {
    const { timeoutMs } = environmentOf(this.#context, session.environment);
    return Date.now() + LEASE_MS + timeoutMs + CONFIRMATION_PATIENCE_MS;
  }

  async #renew(asked: StoredSession): Promise<StoredSession | undefined> {
    const { leases, tokens } = this.#context.stores;
    const deadline = this.#deadline(asked);
    for (;;) {
      const session = await tokens.getSession(asked.id);
      const due = session && this.#due(session);
      if (!session || !due) {
        // Its token may have lapsed while another process is renewing it.
        return session?.version === asked.version
          ? await this.settle(session)
          : session;
      }
      const lease = await leases.take(session, LEASE_MS);
      if (lease) {
        const result = await this.#renewMeasured(session, due, lease);
        if (result.outcome !== 'superseded') {
          return result.session;
        }
      } else if (Date.now() > deadline) {
        throw renewalUnderWay();
      } else {
        await delay(POLL_MS);
      }
    }
  }

  async #renewMeasured(
    session: StoredSession,
    due: DueTokens,
    lease: RenewalLease,
  ): Promise<Outcome> {
    const { leases, tokens } = this.#context.stores;
    const startedAt = Date.now();
    const keeping = setInterval(() => {
      leases.keep(lease, LEASE_MS).catch(() => {
        // Lost at worst; the write then finds out.
      });
    }, KEEP_LEASE_MS);
    let outcome: RenewalOutcome = 'unwritten';
    try {
      const result = await this.#renewUnderLease(session, due, lease);
      outcome = result.outcome;
      return result.outcome === 'superseded'
        ? result
        : { ...result, session: await tokens.getSession(session.id) };
    } finally {
      clearInterval(keeping);
      this.#context.metrics.renewed(outcome, (Date.now() - startedAt) / 1000);
      this.#context.logger.debug(
        `Palette session ${session.id} of ${session.userEntityRef}: renewal ${outcome}`,
      );
    }
  }

  async #renewUnderLease(
    session: StoredSession,
    due: DueTokens,
    lease: RenewalLease,
  ): Promise<Outcome> {
    const renewed = await this.#renewal.renew(session, due);
    if (renewed.refused) {
      const ended = await this.#ender.end(session, 'renewal-refused', lease);
      if (ended && renewed.leavesSessionToken) {
        // It was the ID token's grant that was refused: this one would live on without an owner.
        await this.#ender.revokeIfConfigured(session);
      }
      return { outcome: ended ? 'refused' : 'superseded' };
    }
    const now = this.#context.now();
    const retryAfter = new Date(now.getTime() + RETRY_AFTER_MS);
    if (!renewed.tokens) {
      await this.#context.stores.leases.release(
        lease,
        renewed.failed ? retryAfter : now,
      );
      return { outcome: 'failed' };
    }
    const renewAfter = renewed.failed
      ? retryAfter
      : nextRenewal(renewed.tokens, now);
    const next: StoredSession = {
      ...session,
      tokens: renewed.tokens,
      claims: renewed.claims ?? session.claims,
      identity: renewed.identity,
      formerIdentity: renewed.identity ? undefined : knownIdentity(session),
    };
    next.expiresAt = sessionEnd(
      next,
      environmentOf(this.#context, session.environment),
    );
    const written = await this.#writer.write(lease, session, next, renewAfter);
    return { outcome: written ? 'renewed' : 'superseded' };
  }
}

/** What {@link SessionRenewer.create} needs. */
export interface SessionRenewerOptions {
  context: SessionContext;
  confirmation: OwnerConfirmation;
  ender: SessionEnder;
  renewal: TokenRenewal;
}
