import { openLoginPopup } from '@backstage/core-app-api';
import { isError } from '@backstage/errors';
import { SignInError } from './errors';
import type { AuthResponse } from './PaletteSession';

const DEFAULT_WIDTH = 450;
const DEFAULT_HEIGHT = 730;

/** Size of the popup window, as of the framework's own providers. @public */
export interface PopupOptions {
  /** In pixels, or the whole screen. */
  size?: { width: number; height: number } | { fullscreen: boolean };
}

/** Signs in in a popup window; what can go wrong there is told in a sentence with what to do. */
export async function showSignInPopup(
  url: string,
  options: PopupOptions = {},
): Promise<AuthResponse> {
  try {
    const response = await openLoginPopup({
      url,
      name: 'SpectroCloud Login',
      ...sizeOf(options),
    });
    return response as AuthResponse;
  } catch (error) {
    throw explain(error);
  }
}

function sizeOf({ size }: PopupOptions) {
  if (size && 'fullscreen' in size && size.fullscreen) {
    return { width: window.screen.width, height: window.screen.height };
  }
  return size && 'width' in size
    ? size
    : { width: DEFAULT_WIDTH, height: DEFAULT_HEIGHT };
}

function explain(error: unknown): unknown {
  if (!isError(error)) {
    return error;
  }
  if (error.name === 'PopupRejectedError') {
    return new SignInError(
      'PopupBlockedError',
      'Your browser blocked the sign-in window. Allow pop-ups for this site and try again.',
      error,
    );
  }
  const expected = /Incorrect app origin, expected (\S+)/.exec(error.message);
  if (expected) {
    return new SignInError(
      'WrongOriginError',
      `This Backstage is meant to be opened at ${expected[1]}. Open it there and sign in again.`,
      error,
    );
  }
  if (error.name === 'PopupClosedError') {
    return new SignInError(
      'PopupClosedError',
      'The sign-in window was closed before you were signed in. Try again and leave it open until it closes by itself.',
      error,
    );
  }
  return error;
}
