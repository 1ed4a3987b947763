import { isError, NotAllowedError } from '@backstage/errors';
import type { PaletteIdentity } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { isOwnedBy } from '../paletteOwner';
import type { SessionContext } from '../SessionContext';

/** What Palette said of a session token. */
export type OwnerAnswer =
  | { kind: 'confirmed'; identity: PaletteIdentity }
  /** Palette can't be asked now. */
  | { kind: 'unknown'; error: unknown }
  /** Palette doesn't accept the token, or there is no Palette that it could be for. */
  | { kind: 'refused' };

/** Only a clear no of Palette's to a token: neither a time-out nor an error of Palette's is one. */
export function isRefusal(error: unknown): boolean {
  return isError(error) && error.name === 'AuthenticationError';
}

/**
 * Asks Palette whose a session token is: its own claims can't be verified here.
 *
 * @throws `NotAllowedError` when it is another user's, or of another tenant
 */
export async function askOwner(
  { palettes }: Pick<SessionContext, 'palettes'>,
  environment: string,
  sessionToken: string,
  session: Parameters<typeof isOwnedBy>[0],
): Promise<OwnerAnswer> {
  const palette = palettes.get(environment);
  if (!palette) {
    return { kind: 'refused' };
  }
  let identity: PaletteIdentity;
  try {
    identity = await palette.whoAmI(sessionToken);
  } catch (error) {
    return isRefusal(error) ? { kind: 'refused' } : { kind: 'unknown', error };
  }
  if (!isOwnedBy(session, identity)) {
    throw new NotAllowedError(
      'Palette says that the session token belongs to another user or tenant than the ID token',
    );
  }
  return { kind: 'confirmed', identity };
}
