import { setTimeout } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError, stringifyError } from '@backstage/errors';
import type { EventsService } from '@backstage/plugin-events-node';
import {
  USER_MISSING_TOPIC,
  type UserMissingEvent,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { LRUCache } from 'lru-cache';
import { LoginFailure } from '../login/LoginFailure';
import type { VerifiedLogin } from '../oidc/logins';
import type { SessionManager } from '../session/SessionManager';

const PATIENCE_MS = 8_000;
const PAUSE_MS = 500;
/** Whoever tries again and again is announced once in this time. */
const BETWEEN_MS = 60_000;
/** So long it is known since when somebody has been announced. */
const KNOWN_FOR_MS = 3_600_000;
const MAX_ANNOUNCED = 10_000;

/** What {@link MissingUsers} need. */
export interface MissingUsersOptions {
  events: EventsService;
  logger: LoggerService;
  sessions: Pick<SessionManager, 'identify'>;
  /** The clock, in milliseconds. */
  now?: () => number;
  /** Waits for so many milliseconds. */
  sleep?: (ms: number) => Promise<unknown>;
}

/**
 * Has users added to the catalog who sign in before it has read them: the ID token has
 * been verified, and nobody is announced of whom Palette doesn't say the same.
 */
export class MissingUsers {
  readonly #options: Required<MissingUsersOptions>;
  readonly #announced: LRUCache<string, { first: number; last: number }>;

  constructor(options: MissingUsersOptions) {
    this.#options = {
      now: () => performance.now(),
      sleep: setTimeout,
      ...options,
    };
    this.#announced = new LRUCache({
      max: MAX_ANNOUNCED,
      ttl: KNOWN_FOR_MS,
      ttlResolution: 0,
      perf: { now: this.#options.now },
    });
  }

  /**
   * Announces a user, and asks until the catalog has them.
   *
   * @param ask - what failed with `missing`; asked again for at most eight seconds
   * @throws the failure `missing` where Palette doesn't say who it is, or the catalog still
   *   hasn't them a minute later: it doesn't want them; `user_being_added` until then
   */
  async waitFor<T>(
    ask: () => Promise<T>,
    {
      missing,
      environment,
      login,
    }: { missing: LoginFailure; environment: string; login: VerifiedLogin },
  ): Promise<T> {
    const user = await this.#identify(environment, login);
    if (!user) {
      throw missing;
    }
    const { now, sleep } = this.#options;
    const until = now() + PATIENCE_MS;
    const since = await this.#announce({ environment, ...user });
    while (now() < until) {
      await sleep(PAUSE_MS);
      try {
        return await ask();
      } catch (error) {
        if (!isMissing(error)) {
          throw error;
        }
      }
    }
    throw now() - since < BETWEEN_MS
      ? new LoginFailure('user_being_added', missing.cause)
      : missing;
  }

  async #identify(environment: string, login: VerifiedLogin) {
    const { issuer, subject, email, tokens } = login;
    try {
      return await this.#options.sessions.identify({
        environment,
        subject: { issuer, subject, email },
        tokens,
      });
    } catch (error) {
      throw isError(error) && error.name === 'NotAllowedError'
        ? new LoginFailure('session_mismatch', error)
        : error;
    }
  }

  /** @returns since when the user has been announced */
  async #announce({
    environment,
    userUid,
    tenantUid,
  }: UserMissingEvent): Promise<number> {
    const { events, logger, now } = this.#options;
    const key = JSON.stringify([environment, tenantUid, userUid]);
    const known = this.#announced.get(key);
    const at = now();
    const first = known?.first ?? at;
    if (known && at - known.last < BETWEEN_MS) {
      return first;
    }
    this.#announced.set(key, { first, last: at });
    const eventPayload: UserMissingEvent = { environment, userUid, tenantUid };
    try {
      await events.publish({ topic: USER_MISSING_TOPIC, eventPayload });
    } catch (error) {
      this.#announced.delete(key);
      logger.warn(
        `A user whom the catalog doesn't know could not be announced: ${stringifyError(error)}`,
      );
    }
    return first;
  }
}

/** Whether nobody was found, rather than that nobody could be asked. */
export function isMissing(error: unknown): error is LoginFailure {
  return error instanceof LoginFailure && error.reason === 'user_not_found';
}
