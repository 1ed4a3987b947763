import { InputError, NotAllowedError } from '@backstage/errors';
import {
  decodeOAuthState,
  sendWebMessageResponse,
} from '@backstage/plugin-auth-node';
import { SIGN_IN_FAILURE_PARAMETERS } from '@terasky/backstage-plugin-spectrocloud-common';
import type { Response } from 'express';
import type { ShownFailure } from '../login/ShownFailure';

/** Where in the app a login came from and goes back to. */
export interface AppReturn {
  origin: string;
  /** Set in the redirect flow only. */
  redirectUrl?: string;
}

function isHttp(url: URL): boolean {
  return url.protocol === 'https:' || url.protocol === 'http:';
}

/**
 * Checks the address that the redirect flow goes back to. The framework sends
 * the browser there unchecked, which would make the callback an open redirect.
 *
 * @throws InputError or NotAllowedError
 */
export function checkRedirectUrl(
  redirectUrl: string | undefined,
  isOriginAllowed: (origin: string) => boolean,
): string {
  if (!redirectUrl || !URL.canParse(redirectUrl)) {
    throw new InputError(
      "The redirect flow needs the query parameter 'redirectUrl', an absolute URL of the app",
    );
  }
  const url = new URL(redirectUrl);
  if (!isHttp(url) || !isOriginAllowed(url.origin)) {
    throw new NotAllowedError(
      "The query parameter 'redirectUrl' is of an origin that is not allowed",
    );
  }
  return url.href;
}

/** Where a login says it wants to go back to, none of it trusted. */
interface Wanted {
  origin?: string;
  flow?: string;
  redirectUrl?: string;
}

interface App {
  appUrl: string;
  isOriginAllowed(origin: string): boolean;
}

/** Turns what a login wants into an address that is safe to answer to. */
export function toAppReturn(wanted: Wanted, app: App): AppReturn {
  const { origin, flow, redirectUrl } = wanted;
  const known =
    origin !== undefined && URL.canParse(origin)
      ? new URL(origin).origin
      : undefined;
  const result = {
    origin:
      known !== undefined && app.isOriginAllowed(known)
        ? known
        : new URL(app.appUrl).origin,
  };
  if (flow !== 'redirect') {
    return result;
  }
  try {
    return {
      ...result,
      redirectUrl: checkRedirectUrl(redirectUrl, app.isOriginAllowed),
    };
  } catch {
    // Whoever waits for a redirect is better off in the app than on an empty page.
    return { ...result, redirectUrl: app.appUrl };
  }
}

/** The same for what a state says, which is neither signed nor sealed. */
export function readAppReturn(state: string | undefined, app: App): AppReturn {
  try {
    return toAppReturn(decodeOAuthState(state ?? ''), app);
  } catch {
    return toAppReturn({}, app);
  }
}

/** Tells the app that its login failed, in the way of the flow it chose. */
export function returnFailure(
  res: Response,
  target: AppReturn,
  failure: ShownFailure,
): void {
  const { code, message, name, reference } = failure;
  if (target.redirectUrl) {
    const url = new URL(target.redirectUrl);
    url.searchParams.set(SIGN_IN_FAILURE_PARAMETERS.code, code);
    if (reference) {
      url.searchParams.set(SIGN_IN_FAILURE_PARAMETERS.reference, reference);
    }
    url.searchParams.set(SIGN_IN_FAILURE_PARAMETERS.text, message);
    res.redirect(303, url.href);
    return;
  }
  sendWebMessageResponse(res, target.origin, {
    type: 'authorization_response',
    error: { name, message } as Error,
  });
}
