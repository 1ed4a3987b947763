import * as client from 'openid-client';
import type { PaletteServer } from './PaletteServer';
import { toLoginFailure } from './toLoginFailure';

/** Which refresh token is to be revoked. */
export interface RevokeOptions {
  /** Whose it is. */
  issuer: string;
  refreshToken: string;
}

/**
 * Revokes a refresh token (RFC 7009), where the provider offers it.
 *
 * @throws LoginFailure when it may do so another time
 */
export async function revokeRefreshToken(
  server: PaletteServer,
  { issuer, refreshToken }: RevokeOptions,
): Promise<void> {
  try {
    const { configuration, endpoints } = await server.get();
    // Another issuer must not even see the refresh token.
    if (
      endpoints.revocation_endpoint !== undefined &&
      endpoints.issuer === issuer
    ) {
      await client.tokenRevocation(configuration, refreshToken, {
        token_type_hint: 'refresh_token',
      });
    }
  } catch (error) {
    // RFC 7009, 2.2.1: it never will.
    const isUnsupported =
      error instanceof client.ResponseBodyError &&
      error.error === 'unsupported_token_type';
    if (!isUnsupported) {
      throw toLoginFailure(error);
    }
  }
}
