import type { AuditorService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { EventsService } from '@backstage/plugin-events-node';
import {
  SESSION_REVOKED_TOPIC,
  type SessionRevokedEvent,
  type StoredSession,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import pLimit from 'p-limit';
import {
  paletteOf,
  sessionDurationMsOf,
  type SessionContext,
} from './SessionContext';
import type { EndReason } from './SessionManager';
import { withinPatience } from './withinPatience';

/** How many sessions are revoked at Palette at a time, which limits its requests. */
const MAX_REVOCATIONS = 10;
/** Nobody waits longer for what follows the end of a session: it has ended. */
const AFTERMATH_PATIENCE_MS = 2_000;
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
/** Ends of a session whose browser goes on with another one. */
const REPLACING: ReadonlySet<EndReason> = new Set<EndReason>([
  'replaced',
  'handed-over',
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
      ? this.#removeOnly(session, reason, only)
      : this.#removeAsItIs(session, reason));
    if (!ended) {
      return false;
    }
    await this.#follow(ended, reason);
    return true;
  }

  /**
   * Ends sessions of one user: all rows first, so that a Palette that hangs keeps none alive.
   *
   * @throws what kept the first of them from ending, once the others have ended
   */
  async endAll(sessions: EndableSession[], reason: EndReason): Promise<void> {
    const removals = await Promise.allSettled(
      sessions.map(session => this.#removeAsItIs(session, reason)),
    );
    const atOnce = pLimit(MAX_REVOCATIONS);
    const follow = removals.map(
      removal =>
        removal.status === 'fulfilled' &&
        atOnce(() => this.#follow(removal.value, reason)),
    );
    await withinPatience(Promise.all(follow), AFTERMATH_PATIENCE_MS);
    const failed = removals.find(({ status }) => status === 'rejected');
    if (failed?.status === 'rejected') {
      throw failed.reason;
    }
  }

  /** What follows the end of a session. Never throws, and never takes long. */
  async #follow(ended: EndableSession, reason: EndReason): Promise<void> {
    const { id, userEntityRef, environment } = ended;
    this.#context.metrics.ended(reason);
    this.#context.logger.debug(
      `Palette session ${id} of ${userEntityRef} (${environment}) dropped: ${reason}`,
    );
    await Promise.all([
      this.announce({ sessionId: id, environment }),
      AUDITED.has(reason) && this.#audit(ended, reason),
      REVOKING.has(reason) && this.revokeIfConfigured(ended),
    ]);
  }

  async #removeOnly(
    session: EndableSession,
    reason: EndReason,
    only: { version: number; leaseId?: string },
  ): Promise<EndableSession | undefined> {
    const { tokens } = this.#context.stores;
    const burial = this.#burialOf(session, reason);
    const removed = await tokens.removeSessionToken({ ...burial, ...only });
    return removed ? session : undefined;
  }

  /**
   * Removes a session, and tells as what: a renewal may have put a newer token
   * into the row since it was read, and that one is to be revoked, too.
   */
  async #removeAsItIs(
    session: EndableSession,
    reason: EndReason,
  ): Promise<EndableSession> {
    const { tokens } = this.#context.stores;
    const { id } = session;
    for (let attempt = 1; attempt <= MAX_REMOVALS; attempt += 1) {
      const current = await tokens.getSession(id);
      if (!current) {
        break;
      }
      const { version } = current;
      if (await this.#removeOnly(current, reason, { version })) {
        return current;
      }
    }
    await tokens.removeSessionToken(this.#burialOf(session, reason));
    return session;
  }

  /** Revokes a token at Palette, best effort; nobody waits long for a Palette that hangs. */
  async revoke(environment: string, token: string): Promise<void> {
    const revocation = Promise.resolve()
      .then(() => paletteOf(this.#context, environment).revoke(token))
      .catch(error =>
        this.#context.logger.warn(
          `A Palette session token could not be revoked: ${stringifyError(error)}`,
        ),
      );
    await withinPatience(revocation, AFTERMATH_PATIENCE_MS);
  }

  /** Revokes the token of a session at Palette, best effort, unless it is to be spared. */
  async revokeIfConfigured({
    environment,
    tokens,
  }: EndableSession): Promise<void> {
    const served = this.#context.environments.get(environment);
    if (served?.revokeOnSignOut && tokens.sessionToken) {
      await this.revoke(environment, tokens.sessionToken);
    }
  }

  /** Tells readers to drop their copies; without it they do after `memoryTtl`. */
  async announce(event: SessionRevokedEvent): Promise<void> {
    const announcement = this.#events
      .publish({ topic: SESSION_REVOKED_TOPIC, eventPayload: event })
      .catch(error =>
        this.#context.logger.warn(
          `The end of Palette session ${
            event.sessionId
          } could not be announced: ${stringifyError(error)}`,
        ),
      );
    await withinPatience(announcement, AFTERMATH_PATIENCE_MS);
  }

  async #audit(session: EndableSession, reason: EndReason): Promise<void> {
    const { id, userEntityRef, environment } = session;
    const audit = this.#auditor
      .createEvent({
        eventId: 'spectrocloud-sign-out',
        meta: { sessionId: id, userEntityRef, environment, reason },
      })
      .then(event => event.success())
      .catch(error =>
        this.#context.logger.error(
          `A sign-out could not be audited: ${stringifyError(error)}`,
        ),
      );
    await withinPatience(audit, AFTERMATH_PATIENCE_MS);
  }

  /** The tombstone lasts as long as a sealed cookie could revive the session. */
  #burialOf(
    { id, createdAt, environment, tokens }: EndableSession,
    reason: EndReason,
  ) {
    const durationMs = sessionDurationMsOf(this.#context, environment);
    return {
      id,
      until:
        tokens.sessionTokenExpiresAt ??
        new Date(createdAt.getTime() + durationMs),
      replacedAt: REPLACING.has(reason) ? this.#context.now() : undefined,
    };
  }
}

/** What {@link SessionEnder.create} needs. */
export interface SessionEnderOptions {
  context: SessionContext;
  events: EventsService;
  auditor: AuditorService;
}
