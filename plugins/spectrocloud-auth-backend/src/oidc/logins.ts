import type { PaletteTokens } from '../session/SessionManager';

/** What a login must be able to prove at its callback. */
export interface LoginSecrets {
  issuer: string;
  nonce: string;
  codeVerifier: string;
}

/** A login whose callback has come. */
export interface AuthorizedLogin {
  code: string;
  state: string;
  /** RFC 9207, where Palette sends it. */
  iss?: string;
  secrets: LoginSecrets;
}

/** Whose tokens are to be refreshed. */
export interface RefreshOptions {
  refreshToken: string;
  issuer: string;
  subject: string;
  /** Claims of the ID token so far. */
  claims?: Record<string, unknown>;
}

/** What a refresh brought: all, a refresh token alone, or nothing where the grant is of no use. */
export type RefreshedTokens = PaletteTokens & {
  claims?: Record<string, unknown>;
  /** As far as it may be used. */
  email?: string;
};

/** Who signed in, and with which tokens, after every check. */
export interface VerifiedLogin {
  issuer: string;
  subject: string;
  email?: string;
  claims: Record<string, unknown>;
  /** What kept claims from being read that may be needed to find the user. */
  missed?: unknown;
  tokens: PaletteTokens;
}
