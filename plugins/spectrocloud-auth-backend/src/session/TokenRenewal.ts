import { setTimeout as delay } from 'node:timers/promises';
import {
  AuthenticationError,
  ServiceUnavailableError,
  stringifyError,
} from '@backstage/errors';
import {
  readTokenTimes,
  type PaletteIdentity,
  type StoredSession,
  type StoredTokens,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import type { Confirmation, OwnerConfirmation } from './OwnerConfirmation';
import { isRefusal } from './isRefusal';
import { isProlonged, type DueTokens } from './renewalRule';
import { paletteOf, type SessionContext } from './SessionContext';
import type { RenewIdToken } from './SessionEnvironment';
import { withinPatience } from './withinPatience';

/** How often Palette is asked whose a renewed token is, before that is put off until its first use. */
const CONFIRMATIONS = 3;
const CONFIRMATION_PAUSE_MS = 300;
/** Longest time for all of that: everybody waits for the renewal. */
export const CONFIRMATION_PATIENCE_MS = 3_000;

/** What Palette made of a renewal. */
export interface RenewedTokens {
  /** Palette refused: the session is over. */
  refused: boolean;
  /** It is over, but Palette may still accept its session token. */
  leavesSessionToken: boolean;
  /** Something could not be renewed now, but may be later. */
  failed: boolean;
  /** All tokens of the session, as far as any is new. */
  tokens?: StoredTokens;
  claims?: Record<string, unknown>;
  /** Whose the session token is; absent where Palette couldn't be asked about a new one yet. */
  identity?: PaletteIdentity;
}

/** A part of a renewal. */
type Renewed = StoredTokens & Pick<RenewedTokens, 'claims' | 'identity'>;

/** Asks Palette for new tokens, each in its own way. */
export class TokenRenewal {
  readonly #context: SessionContext;
  readonly #confirmation: OwnerConfirmation;
  readonly #renewIdToken: RenewIdToken;

  private constructor(options: TokenRenewalOptions) {
    this.#context = options.context;
    this.#confirmation = options.confirmation;
    this.#renewIdToken = options.renewIdToken;
  }

  static create(options: TokenRenewalOptions): TokenRenewal {
    return new TokenRenewal(options);
  }

  /** Never throws: what can't be renewed is told in the result. */
  async renew(session: StoredSession, due: DueTokens): Promise<RenewedTokens> {
    const renewals = await Promise.allSettled([
      due.sessionToken ? this.#renewSessionToken(session) : {},
      due.idToken ? this.#renewIdTokenOf(session) : {},
    ]);
    const failures = renewals.filter(({ status }) => status === 'rejected');
    const reasons = (failures as PromiseRejectedResult[]).map(f => f.reason);
    for (const reason of reasons) {
      this.#context.logger.warn(
        `Palette session ${session.id}: renewal failed: ${stringifyError(
          reason,
        )}`,
      );
    }
    const [sessionPart, idPart] = renewals.map(result =>
      result.status === 'fulfilled' ? result.value : {},
    ) as [Renewed, Renewed];
    const { identity, ...sessionTokens } = sessionPart;
    const { claims, ...idTokens } = idPart;
    const refused = reasons.some(isRefusal);
    const [sessionRenewal] = renewals;
    const isTokenRefused =
      sessionRenewal.status === 'rejected' && isRefusal(sessionRenewal.reason);
    if (refused && sessionTokens.sessionToken) {
      // The other grant succeeded; its token would live on without an owner.
      await paletteOf(this.#context, session.environment)
        .revoke(sessionTokens.sessionToken)
        .catch(() => undefined);
    }
    const isMissing =
      (due.sessionToken &&
        !isProlonged(
          sessionTokens.sessionToken,
          sessionTokens.sessionTokenExpiresAt,
          session.tokens.sessionTokenExpiresAt,
        )) ||
      (due.idToken && idTokens.idToken === undefined);
    const isNew = Object.keys({ ...sessionTokens, ...idTokens }).length > 0;
    return {
      refused,
      leavesSessionToken:
        refused && !isTokenRefused && !sessionTokens.sessionToken,
      // What brings nothing is tried again later, not on every call.
      failed: reasons.length > 0 || isMissing,
      tokens: isNew
        ? { ...session.tokens, ...sessionTokens, ...idTokens }
        : undefined,
      claims,
      identity: sessionTokens.sessionToken ? identity : session.identity,
    };
  }

  async #renewSessionToken(session: StoredSession): Promise<Renewed> {
    const { sessionToken: former = '', sessionTokenExpiresAt } = session.tokens;
    if (!sessionTokenExpiresAt) {
      // There is nothing to lengthen; what matters is whether Palette still accepts it.
      return {
        sessionToken: former,
        identity: await this.#requireAccepted(session, former),
      };
    }
    const palette = paletteOf(this.#context, session.environment);
    const sessionToken = await palette.renew(former);
    if (sessionToken === former) {
      return {};
    }
    const { expiresAt } = readTokenTimes(sessionToken);
    if (expiresAt && expiresAt <= this.#context.now()) {
      // The former one may still be accepted; this one nobody would even try.
      throw new ServiceUnavailableError(
        'Palette renewed the session with a token that has expired',
      );
    }
    return {
      sessionToken,
      sessionTokenExpiresAt: expiresAt,
      identity: await withinPatience(
        this.#confirm(session, sessionToken),
        CONFIRMATION_PATIENCE_MS,
      ),
    };
  }

  /** @throws `AuthenticationError` when Palette accepts it no longer, or as somebody else's */
  async #requireAccepted(
    session: StoredSession,
    sessionToken: string,
  ): Promise<PaletteIdentity> {
    const answer = await this.#ask(session, sessionToken);
    if (answer.kind === 'confirmed') {
      return answer.identity;
    }
    throw answer.kind === 'refused'
      ? new AuthenticationError('Palette no longer accepts the session token')
      : answer.error;
  }

  /**
   * Whose a renewed token is: a proxy that mixes answers up, or a Palette that
   * does, must not let a session go on as somebody else's.
   *
   * @returns undefined when Palette can't be asked: the token is then confirmed before its first use
   */
  async #confirm(
    session: StoredSession,
    sessionToken: string,
  ): Promise<PaletteIdentity | undefined> {
    for (let attempt = 1; ; attempt += 1) {
      const answer = await this.#ask(session, sessionToken);
      if (answer.kind === 'confirmed') {
        return answer.identity;
      }
      if (attempt === CONFIRMATIONS) {
        if (answer.kind === 'refused') {
          await this.#requireFormerRefused(session);
        }
        return undefined;
      }
      await delay(CONFIRMATION_PAUSE_MS);
    }
  }

  /** @throws `ServiceUnavailableError` when Palette still accepts the former token, which is then the better one */
  async #requireFormerRefused(session: StoredSession): Promise<void> {
    const { sessionToken = '' } = session.tokens;
    const former = await this.#ask(session, sessionToken);
    if (former.kind === 'confirmed') {
      throw new ServiceUnavailableError(
        'Palette does not accept the session token that it has just given',
      );
    }
  }

  async #ask(
    session: StoredSession,
    sessionToken: string,
  ): Promise<Confirmation> {
    try {
      return await this.#confirmation.ask(
        session.environment,
        sessionToken,
        session,
      );
    } catch {
      // The token stays as it is: it is not ours to revoke.
      throw new AuthenticationError(
        'Palette says that the session token is somebody else’s by now',
      );
    }
  }

  async #renewIdTokenOf(session: StoredSession): Promise<Renewed> {
    const { environment, issuer, subject, email, claims } = session;
    const { refreshToken = '' } = session.tokens;
    const renewed = await this.#renewIdToken({
      environment,
      refreshToken,
      subject: { issuer, subject, email },
      claims,
    });
    const isLonger = isProlonged(
      renewed.idToken,
      renewed.idTokenExpiresAt,
      session.tokens.idTokenExpiresAt,
    );
    return {
      ...(isLonger && {
        idToken: renewed.idToken,
        idTokenExpiresAt: renewed.idTokenExpiresAt,
        claims: renewed.claims,
      }),
      refreshToken: renewed.refreshToken,
    };
  }
}

/** What {@link TokenRenewal.create} needs. */
export interface TokenRenewalOptions {
  context: SessionContext;
  confirmation: OwnerConfirmation;
  renewIdToken: RenewIdToken;
}
