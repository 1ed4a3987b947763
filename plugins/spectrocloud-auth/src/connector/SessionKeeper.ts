import {
  SessionRefusedError,
  SessionUnavailableError,
  SignInError,
} from './errors';
import { endOf, type PaletteSession } from './PaletteSession';

const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 60_000;
const REFUSAL_MEMORY_MS = 30_000;
/** A session that a refresh does not lengthen is not refreshed for each request. */
const SHORTEST_INTERVAL_MS = 30_000;

/**
 * What is known about the session without asking the back end: the last one,
 * a refusal that still stands, and when to ask next after trouble.
 */
export class SessionKeeper {
  readonly #now: () => number;
  #session?: PaletteSession;
  #askAt = 0;
  #failures = 0;
  #refusal?: { error: Error; until: number };

  constructor(now: () => number) {
    this.#now = now;
  }

  get session(): PaletteSession | undefined {
    return this.#session;
  }

  /** The session to go on with instead of asking now, if there is one. */
  usable(scopes: Set<string>): PaletteSession | undefined {
    const session = this.#session;
    const covered =
      session && [...scopes].every(s => session.providerInfo.scopes.has(s));
    return covered && this.#now() < this.#askAt ? session : undefined;
  }

  /** Throws the refusal that still stands, if any. */
  throwIfRefused(): void {
    if (this.#refusal && this.#now() < this.#refusal.until) {
      throw this.#refusal.error;
    }
  }

  accept(session: PaletteSession): void {
    const left = endOf(session) - this.#now();
    if (this.#session) {
      // Whoever still holds the former one is to ask for this one.
      this.#session.providerInfo.expiresAt = new Date(0);
    }
    this.#session = session;
    this.#refusal = undefined;
    this.#failures = 0;
    this.#askAt =
      this.#now() +
      // What has lapsed already is worth a question now and then, not at each request.
      (left > 0
        ? Math.min(SHORTEST_INTERVAL_MS, left / 2)
        : SHORTEST_INTERVAL_MS);
  }

  /**
   * Takes note of a refresh that failed.
   *
   * @returns the session to keep
   * @throws the error where there is none to keep
   */
  fail(error: unknown): PaletteSession {
    if (error instanceof SessionRefusedError) {
      this.#session = undefined;
      if (!error.wantsBackstageToken) {
        const until = this.#now() + REFUSAL_MEMORY_MS;
        this.#refusal = {
          error,
          until: Math.max(until, this.#refusal?.until ?? until),
        };
      }
      throw error;
    }
    if (!this.#session || error instanceof SignInError) {
      throw error;
    }
    const asked =
      error instanceof SessionUnavailableError ? error.retryAfterMs : undefined;
    const delay = asked ?? FIRST_RETRY_MS * 2 ** this.#failures;
    this.#failures += 1;
    this.#askAt = this.#now() + Math.min(delay, LONGEST_RETRY_MS);
    return this.#session;
  }

  /** The next refresh asks the back end, however fresh the session is. */
  expire(): void {
    this.#askAt = 0;
    this.#refusal = undefined;
    if (this.#session) {
      this.#session.providerInfo.expiresAt = new Date(0);
    }
  }

  /** Until the next sign-in, there is no session. */
  refuseUntilSignIn(error: Error): void {
    this.expire();
    this.#refusal = { error, until: Infinity };
  }

  forget(): void {
    this.#session = undefined;
    this.#refusal = undefined;
    this.#askAt = 0;
    this.#failures = 0;
  }
}
