import { isError, stringifyError } from '@backstage/errors';
import {
  readTokenTimes,
  type StoredSession,
  type StoredTokens,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import type { DueTokens } from './renewalRule';
import { paletteOf, type SessionContext } from './SessionContext';
import type { RenewIdToken } from './SessionEnvironment';

/** What Palette made of a renewal. */
export interface RenewedTokens {
  /** Palette refused: the session is over. */
  refused: boolean;
  /** Something could not be renewed now, but may be later. */
  failed: boolean;
  /** All tokens of the session, as far as any is new. */
  tokens?: StoredTokens;
  claims?: Record<string, unknown>;
}

/** Asks Palette for new tokens, each in its own way. */
export class TokenRenewal {
  readonly #context: SessionContext;
  readonly #renewIdToken: RenewIdToken;

  private constructor(context: SessionContext, renewIdToken: RenewIdToken) {
    this.#context = context;
    this.#renewIdToken = renewIdToken;
  }

  static create(options: {
    context: SessionContext;
    renewIdToken: RenewIdToken;
  }): TokenRenewal {
    return new TokenRenewal(options.context, options.renewIdToken);
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
    ) as [StoredTokens, StoredTokens & { claims?: Record<string, unknown> }];
    const { claims, ...idTokens } = idPart;
    const refused = reasons.some(isRefusal);
    if (refused && sessionPart.sessionToken) {
      // The other grant succeeded; its token would live on without an owner.
      await paletteOf(this.#context, session.environment)
        .revoke(sessionPart.sessionToken)
        .catch(() => undefined);
    }
    const missing = due.idToken && idTokens.idToken === undefined;
    const isNew = Object.keys({ ...sessionPart, ...idTokens }).length > 0;
    return {
      refused,
      // A grant that brings no ID token is tried again later, not on every call.
      failed: reasons.length > 0 || missing,
      tokens: isNew
        ? { ...session.tokens, ...sessionPart, ...idTokens }
        : undefined,
      claims,
    };
  }

  async #renewSessionToken(session: StoredSession): Promise<StoredTokens> {
    const palette = paletteOf(this.#context, session.environment);
    const sessionToken = await palette.renew(session.tokens.sessionToken ?? '');
    return {
      sessionToken,
      sessionTokenExpiresAt: readTokenTimes(sessionToken).expiresAt,
    };
  }

  async #renewIdTokenOf(
    session: StoredSession,
  ): Promise<StoredTokens & { claims?: Record<string, unknown> }> {
    const { environment, issuer, subject, email, claims } = session;
    const { refreshToken = '' } = session.tokens;
    const renewed = await this.#renewIdToken({
      environment,
      refreshToken,
      subject: { issuer, subject, email },
      claims,
    });
    return {
      ...(renewed.idToken && {
        idToken: renewed.idToken,
        idTokenExpiresAt: renewed.idTokenExpiresAt,
        claims: renewed.claims,
      }),
      // A rotated refresh token replaces the former; without one the former stays.
      refreshToken: renewed.refreshToken ?? refreshToken,
    };
  }
}

/** Only a clear no ends a session: neither a time-out nor an error of Palette's does. */
function isRefusal(error: unknown): boolean {
  return isError(error) && error.name === 'AuthenticationError';
}
