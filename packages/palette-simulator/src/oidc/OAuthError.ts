/** An error answer of the token and userinfo endpoints (RFC 6749 section 5.2). */
export class OAuthError extends Error {
  readonly name = 'OAuthError';

  constructor(
    readonly status: number,
    readonly code: string,
    readonly description: string,
  ) {
    super(`${code}: ${description}`);
  }
}
