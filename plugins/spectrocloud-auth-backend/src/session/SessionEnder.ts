import { setTimeout as delay } from 'node:timers/promises';
import type { AuditorService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { EventsService } from '@backstage/plugin-events-node';
import {
  SESSION_REVOKED_TOPIC,
  type SessionRevokedEvent,
  type StoredSession,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import {
  environmentOf,
  paletteOf,
  type SessionContext,
} from './SessionContext';
import type { EndReason } from './SessionManager';

/** Tombstones outlast the token by this, since clocks differ. */
const TOMBSTONE_MARGIN_MS = 300_000;
const REVOCATION_PATIENCE_MS = 2_000;
/** How often a session is read again that is renewed while it is removed. */
const MAX_REMOVALS = 3;
/** Ends after which nobody should use the token any more. */
const REVOKING: ReadonlySet<EndReason> = new Set<EndReason>([
  'sign-out',
  'user-changed',
  'other-identity',
  'replaced',
  'revoked',
]);
/** Ends that somebody asked for, in contrast to those that happen. */
const AUDITED: ReadonlySet<EndReason> = new Set<EndReason>([
  'sign-out',
  'user-changed',
  'other-identity',
  'revoked',
]);

/** What is needed to end a session whose row may be lost. */
export type EndableSession = Pick<
  StoredSession,
  'id' | 'userEntityRef' | 'environment' | 'createdAt' | 'tokens'
>;

/** Ends sessions: tombstone, row, readers' copies, and the token at Palette. */
export class SessionEnder {
  readonly #context: SessionContext;
  readonly #events: EventsService;
  readonly #auditor: AuditorService;

  private constructor(options: SessionEnderOptions) {
    this.#context = options.context;
    this.#events = options.events;
    this.#auditor = options.auditor;
  }

  static create(options: SessionEnderOptions): SessionEnder {
    return new SessionEnder(options);
  }

  /**
   * Ends a session.
   *
   * @param only - end it only if the row still has this version, and this lease
   * @returns false when the condition didn't hold: somebody renewed or ended it meanwhile
   * @throws `ServiceUnavailableError` when the database can't end it
   */
  async end(
    session: EndableSession,
    reason: EndReason,
    only?: { version: number; leaseId?: string },
  ): Promise<boolean> {
    const ended = await (only
      ? this.#removeOnly(session, only)
      : this.#removeAsItIs(session));
    if (!ended) {
      return false;
    }
    const { id, userEntityRef, environment } = ended;
    this.#context.metrics.ended(reason);
    this.#context.logger.debug(
      `Palette session ${id} of ${userEntityRef} (${environment}) dropped: ${reason}`,
    );
    await this.announce({ sessionId: id, environment });
    if (AUDITED.has(reason)) {
      await this.#audit(ended, reason);
    }
    if (REVOKING.has(reason)) {
      await this.revokeIfConfigured(ended);
    }
    return true;
  }

  async #removeOnly(
    session: EndableSession,
    only: { version: number; leaseId?: string },
  ): Promise<EndableSession | undefined> {
    const { id } = session;
    const until = this.#untilOf(session);
    const { tokens } = this.#context.stores;
    const removed = await tokens.removeSessionToken({ id, until, ...only });
    return removed ? session : undefined;
  }

  /**
   * Removes a session, and tells as what: a renewal may have put a newer token
   * into the row since it was read, and that one is to be revoked, too.
   */
  async #removeAsItIs(session: EndableSession): Promise<EndableSession> {
    const { tokens } = this.#context.stores;
    const { id } = session;
    for (let attempt = 1; attempt <= MAX_REMOVALS; attempt += 1) {
      const current = await tokens.getSession(id);
      if (!current) {
        break;
      }
      if (await this.#removeOnly(current, { version: current.version })) {
        return current;
      }
    }
    await tokens.removeSessionToken({ id, until: this.#untilOf(session) });
    return session;
  }

  /** Revokes a token at Palette, best effort; nobody waits long for a Palette that hangs. */
  async revoke(environment: string, token: string): Promise<void> {
    const patience = new AbortController();
    const revocation = this.#revoke(environment, token).finally(() =>
      patience.abort(),
    );
    await Promise.race([
      revocation,
      delay(REVOCATION_PATIENCE_MS, undefined, {
        signal: patience.signal,
      }).catch(() => {}),
    ]);
  }

  async #revoke(environment: string, token: string): Promise<void> {
    try {
      await paletteOf(this.#context, environment).revoke(token);
    } catch (error) {
      this.#context.logger.warn(
        `A Palette session token could not be revoked: ${stringifyError(error)}`,
      );
    }
  }

  /** Revokes the token of a session at Palette, best effort, unless it is to be spared. */
  async revokeIfConfigured({
    environment,
    tokens,
  }: EndableSession): Promise<void> {
    const { revokeOnSignOut } = environmentOf(this.#context, environment);
    if (revokeOnSignOut && tokens.sessionToken) {
      await this.revoke(environment, tokens.sessionToken);
    }
  }

  /** Tells readers to drop their copies; without it they do after `memoryTtl`. */
  async announce(event: SessionRevokedEvent): Promise<void> {
    try {
      await this.#events.publish({
        topic: SESSION_REVOKED_TOPIC,
        eventPayload: event,
      });
    } catch (error) {
      this.#context.logger.warn(
        `The end of Palette session ${
          event.sessionId
        } could not be announced: ${stringifyError(error)}`,
      );
    }
  }

  async #audit(session: EndableSession, reason: EndReason): Promise<void> {
    const { id, userEntityRef, environment } = session;
    try {
      const event = await this.#auditor.createEvent({
        eventId: 'spectrocloud-sign-out',
        meta: { sessionId: id, userEntityRef, environment, reason },
      });
      await event.success();
    } catch (error) {
      this.#context.logger.error(
        `A sign-out could not be audited: ${stringifyError(error)}`,
      );
    }
  }

  /** Until when a sealed cookie could revive the session. */
  #untilOf({ createdAt, environment, tokens }: EndableSession): Date {
    const { sessionDurationMs } = environmentOf(this.#context, environment);
    const lastUse =
      tokens.sessionTokenExpiresAt ??
      new Date(createdAt.getTime() + sessionDurationMs);
    return new Date(lastUse.getTime() + TOMBSTONE_MARGIN_MS);
  }
}

/** What {@link SessionEnder.create} needs. */
export interface SessionEnderOptions {
  context: SessionContext;
  events: EventsService;
  auditor: AuditorService;
}
