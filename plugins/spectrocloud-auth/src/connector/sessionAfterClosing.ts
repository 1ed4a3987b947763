import { isError } from '@backstage/errors';
import type { PaletteAuthBackend } from './PaletteAuthBackend';
import type { AuthResponse } from './PaletteSession';

/**
 * The session that a sign-in has begun although its window seems to have been closed: a
 * `Cross-Origin-Opener-Policy` on the way cuts the window off from this page, which then
 * hears nothing of how it ended. The back end is asked once.
 *
 * @param formerIdToken - of the session that the page has had, which is no proof of a sign-in
 * @throws the failure of the window where nobody has signed in
 */
export async function sessionAfterClosing(
  failure: unknown,
  backend: PaletteAuthBackend,
  options: { scope: string; asUser: boolean; formerIdToken?: string },
): Promise<AuthResponse> {
  const { asUser, formerIdToken, scope } = options;
  if (!isError(failure) || failure.name !== 'PopupClosedError') {
    throw failure;
  }
  const response = await backend.refresh({ scope, asUser }).catch(() => {
    throw failure;
  });
  if (response.providerInfo.idToken === formerIdToken) {
    throw failure;
  }
  return response;
}
