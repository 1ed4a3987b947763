import { stringifyError } from '@backstage/errors';
import pLimit, { type LimitFunction } from 'p-limit';
import pTimeout from 'p-timeout';
import type { SessionContext } from '../SessionContext';
import type { RevokeRefreshToken } from '../SessionEnvironment';
import { isGrantToken, isUndecided, revivableUntil } from '../sessionState';
import type { EndableSession } from './endSession';
import { createRevokers, revokeAll, revokeTokens } from './revokeTokens';

/** How many sessions' tokens are revoked at a time. */
const MAX_TOKENS = 50;
/** Nobody waits longer, be it for a Palette that hangs or for the list: the session has ended. */
const PATIENCE_MS = 2_000;

/** What {@link TokenRevoker} needs. */
type RevokerContext = Pick<
  SessionContext,
  'stores' | 'environments' | 'palettes' | 'logger' | 'now'
> & { revokeRefreshToken: RevokeRefreshToken };

/**
 * Has the tokens of sessions that have ended revoked, those that the database lists: the
 * session token by Palette, the refresh token by the OpenID provider (RFC 7009).
 */
export class TokenRevoker {
  readonly #context: RevokerContext;
  /** One worker for each environment: Palette limits its requests. */
  readonly #workers: Map<string, LimitFunction>;
  #isStopped = false;

  constructor(context: RevokerContext) {
    this.#context = context;
    this.#workers = new Map(
      [...context.environments.keys()].map(name => [name, pLimit(1)]),
    );
  }

  /** Revokes the listed tokens of one session, best effort. Never throws. */
  async revokeOf(session: { id: string; environment: string }): Promise<void> {
    const { id, environment } = session;
    await pTimeout(this.#revokeNext(environment, id), {
      milliseconds: PATIENCE_MS,
      fallback: () => false,
    });
  }

  /** Revokes tokens that can't be listed, best effort. Never throws. */
  async revokeUnlisted(
    session: EndableSession,
    options: { sparesSessionToken?: boolean } = {},
  ): Promise<void> {
    const { environment, issuer, tokens } = session;
    const { refreshToken, sessionToken } = tokens;
    const revocation = revokeTokens(this.#revokersOf(environment), {
      issuer,
      refreshToken,
      sessionToken,
      isConfirmed: !isUndecided(session),
      mayBeRefreshToken: isGrantToken(tokens),
      sparesSessionToken: options.sparesSessionToken ?? false,
    });
    await pTimeout(
      revocation.then(failures =>
        Object.values(failures).forEach(failure =>
          this.#context.logger.warn(
            `A token of an ended Palette session could not be revoked: ${stringifyError(failure)}`,
          ),
        ),
      ),
      { milliseconds: PATIENCE_MS, fallback: () => {} },
    );
  }

  /** Works the list off, as far as Palette lets it. Never throws. */
  async workOff(): Promise<void> {
    await Promise.all(
      [...this.#workers].map(async ([environment, worker]) => {
        // Whoever waits for its turn will find all that is listed by then.
        if (worker.pendingCount === 0) {
          await worker(() => this.#workOffOne(environment));
        }
      }),
    );
  }

  /** Begins nothing more; what is left is done by other processes, or after the next start. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await Promise.all(
      [...this.#workers.values()].map(worker => worker(() => {})),
    );
  }

  async #workOffOne(environment: string): Promise<void> {
    let goesOn = true;
    while (goesOn && !this.#isStopped) {
      goesOn = await this.#revokeNext(environment);
    }
  }

  #revokersOf(environment: string) {
    const { now, palettes, revokeRefreshToken } = this.#context;
    return createRevokers({
      palette: palettes.get(environment),
      revokeRefreshToken: (refreshToken, issuer) =>
        revokeRefreshToken({ environment, issuer, refreshToken }),
      now,
    });
  }

  /** @returns whether there may be more that would be revoked now */
  async #revokeNext(environment: string, sessionId?: string): Promise<boolean> {
    const { environments, logger, stores } = this.#context;
    try {
      const entries = environments.has(environment)
        ? await stores.revocations.claim({
            environment,
            sessionId,
            limit: MAX_TOKENS,
          })
        : [];
      if (entries.length === 0) {
        return false;
      }
      const { done, providersOnly, failures } = await revokeAll(
        this.#revokersOf(environment),
        entries,
      );
      await stores.revocations.strike(done);
      if (providersOnly.length > 0) {
        await stores.revocations.leaveRefreshTokens(providersOnly, environment);
      }
      const { palette, provider } = failures;
      if (palette !== undefined || provider !== undefined) {
        const left = await stores.revocations.count(environment);
        const [who, what] =
          palette === undefined
            ? ['The OpenID provider', 'refresh']
            : ['Palette', 'session'];
        logger.warn(
          `${who} (${environment}) has not revoked the ${what} tokens of ${left} ended sessions yet, and is asked again until they expire: ${stringifyError(palette ?? provider)}`,
        );
        return false;
      }
      return true;
    } catch (error) {
      logger.warn(
        `Tokens of ended sessions wait to be revoked (${environment}): ${stringifyError(error)}`,
      );
      return false;
    }
  }
}

/** Has tokens revoked that are in no row any more, best effort. Never throws, or takes long. */
export async function revokeOrphaned(
  context: SessionContext,
  session: EndableSession,
  options: { sparesSessionToken?: boolean } = {},
): Promise<void> {
  const { refreshToken, sessionToken } = session.tokens;
  if (!sessionToken && !refreshToken) {
    return;
  }
  const { revoker, stores } = context;
  // A lapsed session token needs no revocation; how long a refresh token lives, nobody tells.
  const until =
    (refreshToken ? undefined : session.tokens.sessionTokenExpiresAt) ??
    revivableUntil(context, session);
  const work = stores.revocations.add(session, until, options).then(
    () => revoker.revokeOf(session),
    () => revoker.revokeUnlisted(session, options),
  );
  await pTimeout(work, {
    milliseconds: PATIENCE_MS,
    fallback: () => {},
  });
}
