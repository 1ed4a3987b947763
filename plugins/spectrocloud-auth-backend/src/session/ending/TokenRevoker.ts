import { stringifyError } from '@backstage/errors';
import type {
  PaletteSessionApi,
  Revocation,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import pLimit, { type LimitFunction } from 'p-limit';
import pTimeout from 'p-timeout';
import { isRefusal } from '../paletteOwner';
import { paletteOf, type SessionContext } from '../SessionContext';
import { isUndecided } from '../sessionState';
import type { EndableSession } from './endSession';

/** How many tokens Palette is given at a time. */
const MAX_TOKENS = 50;
/** After so many tokens that Palette doesn't take one by one, the others wait, too. */
const MAX_FAILURES = 3;
/** Nobody waits longer for a Palette that hangs: the session has ended, and the token is on the list. */
const PATIENCE_MS = 2_000;

/** What {@link TokenRevoker} needs. */
type RevokerContext = Pick<SessionContext, 'stores' | 'palettes' | 'logger'>;

/** Has Palette revoke the tokens of sessions that have ended: those that the database lists. */
export class TokenRevoker {
  readonly #context: RevokerContext;
  /** One worker for each environment: Palette limits its requests. */
  readonly #workers: Map<string, LimitFunction>;
  #isStopped = false;

  constructor(context: RevokerContext) {
    this.#context = context;
    this.#workers = new Map(
      [...context.palettes.keys()].map(name => [name, pLimit(1)]),
    );
  }

  /** Revokes the listed token of one session, best effort. Never throws. */
  async revokeOf(session: { id: string; environment: string }): Promise<void> {
    const { id, environment } = session;
    await pTimeout(this.#revokeNext(environment, id), {
      milliseconds: PATIENCE_MS,
      fallback: () => false,
    });
  }

  /** Revokes a token that can't be listed, best effort. Never throws. */
  async revokeUnlisted(session: EndableSession): Promise<void> {
    const { environment, tokens } = session;
    const { sessionToken } = tokens;
    if (sessionToken) {
      const isConfirmed = !isUndecided(session);
      const revocation = Promise.resolve()
        .then(() => paletteOf(this.#context, environment))
        .then(palette => revoke(palette, { sessionToken, isConfirmed }))
        .catch(error =>
          this.#context.logger.warn(
            `A Palette session token could not be revoked: ${stringifyError(error)}`,
          ),
        );
      await pTimeout(revocation, {
        milliseconds: PATIENCE_MS,
        fallback: () => {},
      });
    }
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

  /** @returns whether there may be more that Palette would revoke now */
  async #revokeNext(environment: string, sessionId?: string): Promise<boolean> {
    const { logger, palettes, stores } = this.#context;
    const palette = palettes.get(environment);
    try {
      const entries = palette
        ? await stores.revocations.claim({
            environment,
            sessionId,
            limit: MAX_TOKENS,
          })
        : [];
      if (!palette || entries.length === 0) {
        return false;
      }
      const { done, failure } = await revokeAll(palette, entries);
      await stores.revocations.strike(done);
      if (failure !== undefined) {
        const left = await stores.revocations.count(environment);
        logger.warn(
          `Palette (${environment}) has not revoked the session tokens of ${left} ended sessions yet, and is asked again until they expire: ${stringifyError(failure)}`,
        );
      }
      return failure === undefined;
    } catch (error) {
      logger.warn(
        `Session tokens of ended sessions wait to be revoked by Palette (${environment}): ${stringifyError(error)}`,
      );
      return false;
    }
  }
}

/** @returns the entries that are done with, and why others are not */
async function revokeAll(
  palette: PaletteSessionApi,
  entries: Revocation[],
): Promise<{ done: number[]; failure?: unknown }> {
  const tokens = entries.filter(({ sessionToken }) => sessionToken);
  const done = entries
    .filter(({ isReadable, sessionToken }) => isReadable && !sessionToken)
    .map(({ id }) => id);
  const confirmed = tokens.filter(({ isConfirmed }) => isConfirmed);
  if (await isListTaken(palette, confirmed)) {
    done.push(...confirmed.map(({ id }) => id));
  }
  let failure: unknown;
  let failures = 0;
  for (const { id, isConfirmed, sessionToken = '' } of tokens) {
    if (done.includes(id)) {
      continue;
    }
    try {
      await revoke(palette, { sessionToken, isConfirmed });
      done.push(id);
    } catch (error) {
      failure = error;
      failures += 1;
      if (failures === MAX_FAILURES) {
        break;
      }
    }
  }
  return { done, failure };
}

/**
 * Revokes a token, unless Palette doesn't accept it: then it is worth nothing, which is all
 * that was wanted. What may be another server's refresh token is shown to Palette only as it
 * is at every confirmation, until Palette has said that it is a session token.
 */
async function revoke(
  palette: PaletteSessionApi,
  { sessionToken, isConfirmed }: { sessionToken: string; isConfirmed: boolean },
): Promise<void> {
  try {
    if (!isConfirmed) {
      await palette.whoAmI(sessionToken);
    }
    await palette.revoke(sessionToken);
  } catch (error) {
    if (!isRefusal(error)) {
      throw error;
    }
  }
}

/** Whether Palette has revoked a list of several; one token of it that is dead may make it refuse the others. */
async function isListTaken(
  palette: PaletteSessionApi,
  entries: Revocation[],
): Promise<boolean> {
  const [first = '', ...others] = entries.map(
    ({ sessionToken = '' }) => sessionToken,
  );
  if (others.length === 0) {
    return false;
  }
  try {
    await palette.revoke(first, ...others);
    return true;
  } catch {
    return false;
  }
}
