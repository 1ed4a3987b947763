import { randomBytes } from 'node:crypto';
import type { Grant } from './AuthorizationCodes';

const TOKEN_BYTES = 32;

/** The opaque access and refresh tokens of the OIDC endpoints. */
export class OidcTokens {
  readonly #access = new Map<string, Grant>();
  readonly #refresh = new Map<string, Grant>();

  issueAccessToken(grant: Grant): string {
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    this.#access.set(token, grant);
    return token;
  }

  issueRefreshToken(grant: Grant): string {
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    this.#refresh.set(token, grant);
    return token;
  }

  /** Makes a token that something else has issued (the session token) a refresh token too. */
  adoptRefreshToken(token: string, grant: Grant): void {
    this.#refresh.set(token, grant);
  }

  /** A renewed session token serves the refresh grant as the one before did. */
  adoptSuccessor(token: string, successor: string): void {
    const grant = this.#refresh.get(token);
    if (grant) {
      this.#refresh.set(successor, grant);
    }
  }

  byAccessToken(token: string): Grant | undefined {
    return this.#access.get(token);
  }

  byRefreshToken(token: string): Grant | undefined {
    return this.#refresh.get(token);
  }

  dropRefreshToken(token: string): void {
    this.#refresh.delete(token);
  }

  clear(): void {
    this.#access.clear();
    this.#refresh.clear();
  }
}
