import type { Session } from '../sessions/SessionStore';

const LIFETIME_MS = 60_000;

/** What an authorization code stands for. */
export interface Grant {
  tenant: string;
  session: Session;
  redirectUri: string;
  scope: string;
  nonce?: string;
  codeChallenge?: string;
  authTime: number;
}

/** Codes that have been handed out: each is good for one try within a minute. */
export class AuthorizationCodes {
  readonly #clock: () => number;
  readonly #grants = new Map<string, { grant: Grant; expiresAt: number }>();

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  add(code: string, grant: Grant): void {
    this.#grants.set(code, { grant, expiresAt: this.#clock() + LIFETIME_MS });
  }

  /** The grant of the code, which is used up by asking. */
  take(code: string): Grant | undefined {
    const entry = this.#grants.get(code);
    this.#grants.delete(code);
    return entry && entry.expiresAt > this.#clock() ? entry.grant : undefined;
  }

  clear(): void {
    this.#grants.clear();
  }
}
