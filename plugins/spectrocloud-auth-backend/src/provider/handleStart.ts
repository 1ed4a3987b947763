import { randomBytes } from 'node:crypto';
import { encodeOAuthState } from '@backstage/plugin-auth-node';
import { EXPECTED_USER_PARAMETER } from '@terasky/backstage-plugin-spectrocloud-common';
import type { Request, Response } from 'express';
import { LoginFailure } from '../login/LoginFailure';
import { readCookie, requestedEnvironment } from '../readRequest';
import { setRetryAfter } from '../retryAfter';
import type { ProviderContext, ServedEnvironment } from './ProviderContext';
import { checkAppReturn, returnFailure, toAppReturn } from './appResponse';

const NONCE_BYTES = 16;
/** It travels in a cookie; longer references can't be anybody's. */
const MAX_USER_LENGTH = 300;

/**
 * Begins a login: sends the browser to Palette's authorization endpoint, and
 * leaves in it, sealed, what the callback needs.
 *
 * @throws InputError, NotFoundError or NotAllowedError when the request is not in order
 */
export async function handleStart(
  context: ProviderContext,
  req: Request,
  res: Response,
): Promise<void> {
  const startedAt = Date.now();
  const environment = requestedEnvironment(context, req);
  const { config, relyingParty } = environment;
  const { origin, redirectUrl } = checkAppReturn(req.query, context.app);

  const state = encodeOAuthState({
    // Nobody can guess the state, by whose hash the callback finds the login.
    nonce: randomBytes(NONCE_BYTES).toString('base64url'),
    env: config.name,
    origin,
    redirectUrl,
    flow: redirectUrl === undefined ? undefined : 'redirect',
  });
  try {
    const { url, secrets } = await relyingParty.begin({
      scope: config.scopes.join(' '),
      state,
    });
    context.loginCookies.add(req, res, state, {
      ...secrets,
      environment: config.name,
      connectTicket: takeConnectTicket(environment, req, res),
      expectedUser: readExpectedUser(environment, req),
    });
    res.status(302).set({ Location: url, 'Content-Length': '0' }).end();
  } catch (error) {
    await fail(context, environment, { req, res, startedAt, error });
  }
}

/**
 * Takes the connect ticket out of the browser, for the login that begins. It
 * counts only where nobody is signed in, or a ticket that was left behind
 * would capture the next person's sign-in.
 */
function takeConnectTicket(
  { binding, cookies, connectTicketName }: ServedEnvironment,
  req: Request,
  res: Response,
): string | undefined {
  if (binding !== 'connect') {
    return undefined;
  }
  const ticket = readCookie(req, connectTicketName);
  if (ticket !== undefined) {
    const { path, secure } = cookies;
    res.clearCookie(connectTicketName, { path, secure, httpOnly: true });
  }
  return ticket;
}

/** Anybody can make such a link; it only narrows whose a sign-in may be. */
function readExpectedUser(
  { binding }: ServedEnvironment,
  { query }: Request,
): string | undefined {
  const user = query[EXPECTED_USER_PARAMETER];
  return binding === 'sign-in' && typeof user === 'string' && user
    ? user.slice(0, MAX_USER_LENGTH)
    : undefined;
}

/** Tells the app why Palette can't be asked, where that is the reason. */
async function fail(
  context: ProviderContext,
  { binding, config }: ServedEnvironment,
  failed: { req: Request; res: Response; startedAt: number; error: unknown },
): Promise<void> {
  const { error, req, res, startedAt } = failed;
  if (!(error instanceof LoginFailure)) {
    throw error;
  }
  const shown = await context.journal.failed(
    { req, startedAt, environment: config.name, binding },
    error,
  );
  const target = toAppReturn(req.query, context.app);
  res.status(error.transient ? 503 : 502);
  if (error.transient && !target.redirectUrl) {
    setRetryAfter(res);
  }
  returnFailure(res, target, shown);
}
