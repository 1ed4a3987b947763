import { InputError, NotAllowedError } from '@backstage/errors';
import {
  type BackstageIdentityResponse,
  type ClientAuthResponse,
  decodeOAuthState,
  type ProfileInfo,
  sendWebMessageResponse,
} from '@backstage/plugin-auth-node';
import { SIGN_IN_FAILURE_PARAMETERS } from '@terasky/backstage-plugin-spectrocloud-common';
import type { Response } from 'express';
import type { EnvironmentConfig } from '../config/EnvironmentConfig';
import type { ShownFailure } from '../login/LoginFailure';
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

/** Palette's part of what the app is given. */
export interface ProviderInfo {
  idToken?: string;
  /** Palette's session token where `exposeApiToken` is set, else empty. */
  accessToken: string;
  /** The granted ones, separated by spaces. */
  scope: string;
  expiresInSeconds?: number;
  /** How long the session can last, however often it is renewed. */
  sessionEndsInSeconds?: number;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() ? value.trim() : undefined;
}

/**
 * The profile that the app shows. Never fails: a session that can't be
 * described is still one.
 *
 * @param email - the address that may be used; the claim alone does not tell
 */
export function toProfile(
  claims: Record<string, unknown>,
  email: string | undefined,
): ProfileInfo {
  const fullName = [text(claims.given_name), text(claims.family_name)]
    .filter(Boolean)
    .join(' ');
  const picture = text(claims.picture);
  return {
    email,
    displayName: fullName || text(claims.name) || email,
    // Anything but https could make the app's page load or run what it should not.
    picture: picture && /^https:\/\//i.test(picture) ? picture : undefined,
  };
}

/**
 * What the provider says that it granted, else what was asked for (RFC 6749 section 5.1).
 * `openid` is always among it: some providers leave it out though they send an ID token,
 * and Backstage's own clients would ask for it again, without end.
 */
function grantedScope(
  granted: string | undefined,
  { scopes }: EnvironmentConfig,
): string {
  const names = granted?.split(' ').filter(Boolean) ?? scopes;
  return [...new Set(['openid', ...names])].join(' ');
}

/** What the app is given after a sign-in and after each refresh, as Backstage's OAuth clients expect it. */
export function signInResponse(options: {
  config: EnvironmentConfig;
  claims: Record<string, unknown>;
  email?: string;
  tokens: { idToken?: string; sessionToken?: string; scope?: string };
  expiresInSeconds?: number;
  endsInSeconds?: number;
  /** Absent where Palette only connects. */
  identity?: BackstageIdentityResponse;
}): ClientAuthResponse<ProviderInfo> {
  const { config, claims, email, tokens, expiresInSeconds, identity } = options;
  return {
    profile: toProfile(claims, email),
    providerInfo: {
      idToken: tokens.idToken,
      accessToken: (config.exposeApiToken && tokens.sessionToken) || '',
      scope: grantedScope(tokens.scope, config),
      expiresInSeconds,
      sessionEndsInSeconds: options.endsInSeconds,
    },
    ...(identity && { backstageIdentity: identity }),
  };
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
