import { CALLBACK_PATH } from '../config/readCallbackUrl';

const HANDLER_PATH = CALLBACK_PATH.replace(/^\/[^/]+/, '');

/** How cookies of the provider are set. */
export interface CookieAttributes {
  /** Where the provider's routes are, as the browser sees them. */
  path: string;
  secure: boolean;
  sameSite: 'lax' | 'none';
}

/**
 * Attributes as the framework's own: `Secure` on https; `SameSite=None` only
 * where app and backend are on different hosts, which needs https.
 */
export function cookieAttributes(
  callbackUrl: string,
  appUrl: string,
): CookieAttributes {
  const callback = new URL(callbackUrl);
  const secure = callback.protocol === 'https:';
  const isCrossHost = new URL(appUrl).hostname !== callback.hostname;
  return {
    path: callback.pathname.slice(0, -HANDLER_PATH.length),
    secure,
    sameSite: isCrossHost && secure ? 'none' : 'lax',
  };
}
