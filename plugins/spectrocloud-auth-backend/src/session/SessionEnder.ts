import type {
  EndedSession,
  SessionRevokedEvent,
  StoredSession,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import type { EndNotices } from './EndNotices';
import { sessionDurationMsOf, type SessionContext } from './SessionContext';
import type { EndReason } from './SessionManager';
import type { TokenRevoker } from './TokenRevoker';
import { withinPatience } from './withinPatience';

/** Nobody waits longer for the list of what Palette is to revoke. */
const LIST_PATIENCE_MS = 2_000;
/** Ends after which nobody should use the token any more. */
const REVOKING: ReadonlySet<EndReason> = new Set<EndReason>([
  'sign-out',
  'user-changed',
  'other-identity',
  'replaced',
  'revoked',
  'over-limit',
]);
/** Ends of a session whose browser goes on with another one. */
const REPLACING: ReadonlySet<EndReason> = new Set<EndReason>([
  'replaced',
  'handed-over',
]);

/** What is needed to end a session whose row may be lost. */
export type EndableSession = Pick<
  StoredSession,
  'id' | 'userEntityRef' | 'environment' | 'createdAt' | 'tokens'
>;

/** Ends sessions: tombstone, row, readers' copies, and the token at Palette. */
export class SessionEnder {
  readonly #context: SessionContext;
  readonly #notices: EndNotices;
  readonly #revoker: TokenRevoker;

  private constructor(options: SessionEnderOptions) {
    this.#context = options.context;
    this.#notices = options.notices;
    this.#revoker = options.revoker;
  }

  static create(options: SessionEnderOptions): SessionEnder {
    return new SessionEnder(options);
  }

  /**
   * Ends a session, whatever token its row has by now.
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
    const { id, userEntityRef, environment } = session;
    const revokeIn = this.#revokeIn(reason, [environment]);
    const removed = await this.#context.stores.tokens.removeSessionToken({
      id,
      until: this.#untilOf(session),
      replacedAt: REPLACING.has(reason) ? this.#context.now() : undefined,
      revokeIn,
      ...only,
    });
    if (only && !removed) {
      return false;
    }
    const ended = { sessionIds: [id], userEntityRef, environment, reason };
    await Promise.all([
      this.#notices.tell(ended),
      revokeIn.length > 0 &&
        (removed ? this.#revoker.revokeOf(session) : this.revoke(session)),
    ]);
    return true;
  }

  /**
   * Ends sessions of one user, all at once; Palette is asked afterwards, which nobody waits for.
   *
   * @param ids - these only
   * @returns those that were there
   * @throws `ServiceUnavailableError` when the database can't end them: none has ended then
   */
  async endAll(
    userEntityRef: string,
    reason: EndReason,
    ids?: string[],
  ): Promise<EndedSession[]> {
    if (ids?.length === 0) {
      return [];
    }
    const ended = await this.#context.stores.ends.end({
      userEntityRef,
      ids,
      revokeIn: this.#revokeIn(reason),
    });
    await this.#follow(userEntityRef, ended, reason);
    return ended;
  }

  /**
   * Ends the oldest sessions of a user who has more than they may.
   *
   * @param begun - stays in any case
   * @throws `ServiceUnavailableError` when the database can't end them
   */
  async endSurplus(begun: EndableSession): Promise<void> {
    const { id, userEntityRef, environment } = begun;
    const keep =
      this.#context.environments.get(environment)?.maxSessionsPerUser;
    if (keep !== undefined) {
      const ended = await this.#context.stores.ends.endSurplus({
        owner: { userEntityRef, environment },
        keep,
        besides: id,
        revokeIn: this.#revokeIn('over-limit'),
      });
      await this.#follow(userEntityRef, ended, 'over-limit');
    }
  }

  /** Has Palette revoke a token that is in no row any more, best effort. Never throws. */
  async revoke(session: EndableSession): Promise<void> {
    if (!session.tokens.sessionToken) {
      return;
    }
    const { revocations } = this.#context.stores;
    const work = revocations.add(session, this.#untilOf(session)).then(
      () => this.#revoker.revokeOf(session),
      () => this.#revoker.revokeUnlisted(session),
    );
    await withinPatience(work, LIST_PATIENCE_MS);
  }

  /** The same, unless tokens of this environment are to be spared. */
  async revokeIfConfigured(session: EndableSession): Promise<void> {
    if (this.#revokeIn('revoked', [session.environment]).length > 0) {
      await this.revoke(session);
    }
  }

  /** The same without the database, which is known to be away. */
  async revokeUnlisted(session: EndableSession): Promise<void> {
    if (this.#revokeIn('revoked', [session.environment]).length > 0) {
      await this.#revoker.revokeUnlisted(session);
    }
  }

  /** Tells readers to drop their copies; without it they do after `memoryTtl`. */
  announce(event: SessionRevokedEvent): Promise<void> {
    return this.#notices.announce(event);
  }

  /** What follows the end of many sessions. */
  async #follow(
    userEntityRef: string,
    ended: EndedSession[],
    reason: EndReason,
  ): Promise<void> {
    if (ended.length === 0) {
      return;
    }
    // It never throws, and what is left of it is done after the next start.
    this.#revoker.workOff();
    const environments = new Set(ended.map(({ environment }) => environment));
    await Promise.all(
      [...environments].map(environment => {
        const those = ended.filter(one => one.environment === environment);
        const sessionIds = those.map(({ id }) => id);
        const notice = { sessionIds, userEntityRef, environment, reason };
        return this.#notices.tell(notice);
      }),
    );
  }

  /** Those of the environments whose Palette is to revoke tokens after such an end. */
  #revokeIn(
    reason: EndReason,
    names = [...this.#context.environments.keys()],
  ): string[] {
    const { environments } = this.#context;
    return REVOKING.has(reason)
      ? names.filter(name => environments.get(name)?.revokeOnSignOut)
      : [];
  }

  /** For so long a sealed cookie could revive the session. */
  #untilOf({ createdAt, environment, tokens }: EndableSession): Date {
    const durationMs = sessionDurationMsOf(this.#context, environment);
    return (
      tokens.sessionTokenExpiresAt ?? new Date(createdAt.getTime() + durationMs)
    );
  }
}

/** What {@link SessionEnder.create} needs. */
export interface SessionEnderOptions {
  context: SessionContext;
  notices: EndNotices;
  revoker: TokenRevoker;
}
