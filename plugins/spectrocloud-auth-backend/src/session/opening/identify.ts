import type { PaletteIdentity } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { askOwner } from '../paletteOwner';
import type { SessionContext } from '../SessionContext';
import type { SessionManager } from '../SessionManager';

/**
 * Asks Palette whose a session token is that came with a verified ID token.
 *
 * @throws `NotAllowedError` when it is another user's, or of another tenant
 */
export async function identify(
  context: SessionContext,
  { environment, subject, tokens }: Parameters<SessionManager['identify']>[0],
): Promise<PaletteIdentity | undefined> {
  if (!tokens.sessionToken) {
    return undefined;
  }
  const answer = await askOwner(
    context,
    environment,
    tokens.sessionToken,
    subject,
  );
  return answer.kind === 'confirmed' ? answer.identity : undefined;
}
