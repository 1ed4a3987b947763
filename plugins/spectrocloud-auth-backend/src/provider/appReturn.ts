import type { ShownFailure } from '../login/LoginFailure';
import { InputError, NotAllowedError } from '@backstage/errors';
import {
  type ClientAuthResponse,
  decodeOAuthState,
  sendWebMessageResponse,
} from '@backstage/plugin-auth-node';
import { SIGN_IN_FAILURE_PARAMETERS } from '@terasky/backstage-plugin-spectrocloud-common';
import type { Response } from 'express';
import type { AppContext } from './ProviderContext';

/** Where in the app a login came from and goes back to. */
export interface AppReturn {
  origin: string;
  /** Set in the redirect flow only. */
  redirectUrl?: string;
}

/** Where a login says it wants to go back to, none of it trusted. */
interface Wanted {
  origin?: unknown;
  flow?: unknown;
  redirectUrl?: unknown;
}

/** Anywhere else would make the callback an open redirect. */
function checkRedirectUrl(redirectUrl: unknown, app: AppContext): string {
  if (typeof redirectUrl !== 'string' || !URL.canParse(redirectUrl)) {
    throw new InputError(
      "The redirect flow needs the query parameter 'redirectUrl', an absolute URL of the app",
    );
  }
  const url = new URL(redirectUrl);
  const isHttp = url.protocol === 'https:' || url.protocol === 'http:';
  if (!isHttp || !app.isOriginAllowed(url.origin)) {
    throw new NotAllowedError(
      "The query parameter 'redirectUrl' is of an origin that is not allowed",
    );
  }
  // In the spelling that was checked: others may be read in another way elsewhere.
  return url.href;
}

function checkOrigin(origin: unknown, app: AppContext): string {
  if (typeof origin !== 'string' || !URL.canParse(origin)) {
    throw new InputError("The query parameter 'origin' is not a URL");
  }
  const { origin: known } = new URL(origin);
  if (!app.isOriginAllowed(known)) {
    throw new NotAllowedError(
      "The query parameter 'origin' is of an origin that is not allowed",
    );
  }
  return known;
}

/**
 * Where a login that begins wants to go back to.
 *
 * @throws InputError or NotAllowedError when that is not of the app
 */
export function checkAppReturn(
  { origin, flow, redirectUrl }: Wanted,
  app: AppContext,
): Partial<AppReturn> {
  return {
    origin: origin === undefined ? undefined : checkOrigin(origin, app),
    redirectUrl:
      flow === 'redirect' ? checkRedirectUrl(redirectUrl, app) : undefined,
  };
}

/** Turns what a login wants into an address that is safe to answer to, else the app's own. */
export function toAppReturn(wanted: Wanted, app: AppContext): AppReturn {
  const { origin, flow, redirectUrl } = wanted;
  const orElse = <T>(check: () => T, otherwise: T): T => {
    try {
      return check();
    } catch {
      return otherwise;
    }
  };
  return {
    origin: orElse(() => checkOrigin(origin, app), new URL(app.appUrl).origin),
    redirectUrl:
      flow === 'redirect'
        ? // Whoever waits for a redirect is better off in the app than on an empty page.
          orElse(() => checkRedirectUrl(redirectUrl, app), app.appUrl)
        : undefined,
  };
}

/** The same for what a state says, which is neither signed nor sealed. */
export function readAppReturn(state: unknown, app: AppContext): AppReturn {
  try {
    return toAppReturn(decodeOAuthState(String(state ?? '')), app);
  } catch {
    return toAppReturn({}, app);
  }
}

/** Gives the app what it waits for, in the way of the flow it chose. */
export function returnSuccess(
  res: Response,
  target: AppReturn,
  response: ClientAuthResponse<unknown>,
): void {
  if (target.redirectUrl) {
    res.redirect(target.redirectUrl);
    return;
  }
  sendWebMessageResponse(res, target.origin, {
    type: 'authorization_response',
    response,
  });
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
