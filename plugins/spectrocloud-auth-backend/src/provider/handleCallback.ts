import { randomBytes } from 'node:crypto';
import { isError } from '@backstage/errors';
import type { Request, Response } from 'express';
import { hashState } from '../login/LoginCookies';
import { LoginFailure } from '../login/LoginFailure';
import type { VerifiedLogin } from '../oidc/logins';
import { readDevice } from '../readRequest';
import type { ProviderContext } from './ProviderContext';
import { SessionCookies } from './SessionCookies';
import { readAppReturn, returnSuccess, signInResponse } from './appResponse';
import {
  checkAuthorizationResponse,
  readAuthorizationResponse,
} from './authorizationResponse';
import { type CallbackProgress, failCallback } from './failCallback';
import { type LoginUser, redeemConnectTicket, resolveUser } from './loginUser';

const HANDLE_BYTES = 32;

interface Callback extends CallbackProgress {
  context: ProviderContext;
  req: Request;
  res: Response;
}

type BegunLogin = NonNullable<Callback['begun']>;

/**
 * Completes a login, and tells the app how it ended. No error escapes: the
 * framework's error page would repeat the address that the code is in.
 */
export async function handleCallback(
  context: ProviderContext,
  req: Request,
  res: Response,
): Promise<void> {
  res.setHeader('Referrer-Policy', 'no-referrer');
  res.setHeader('Cache-Control', 'no-store');
  const callback = receive(context, req, res);
  try {
    const response = readAuthorizationResponse(req);
    const begun = takeLogin(callback, response.state);
    const code = checkAuthorizationResponse(response, begun);
    await waitForTurn(callback, begun);
    await claimState(callback, begun);
    const owner = await redeemConnectTicket(context, begun).catch(unavailable);
    const verified = await redeemCode(callback, begun, { ...response, code });
    const user = owner ?? (await resolveUser(context, begun, verified));
    const opened = await openSession(callback, begun, { verified, user });
    returnSuccess(res, callback.appReturn, opened);
    const { userEntityRef } = user;
    await context.journal.succeeded({ ...callback.entry, userEntityRef });
  } catch (error) {
    await failCallback(context, callback, { error, res });
  }
}

function receive(
  context: ProviderContext,
  req: Request,
  res: Response,
): Callback {
  const unknown = { environment: 'unknown', binding: 'unknown' } as const;
  return {
    context,
    req,
    res,
    appReturn: readAppReturn(req.query.state, context.app),
    entry: { req, startedAt: Date.now(), ...unknown },
  };
}

/** Finds the login that this browser began; no other browser has its cookie. */
function takeLogin(callback: Callback, state: string): BegunLogin {
  const { environments, loginCookies } = callback.context;
  const login = loginCookies.find(callback.req, state);
  const environment = login && environments.get(login.environment);
  if (!login || !environment) {
    throw new LoginFailure('login_unknown');
  }
  const { binding, config } = environment;
  callback.entry = { ...callback.entry, environment: config.name, binding };
  callback.begun = { state, login, environment };
  return callback.begun;
}

/** Waits until a code of this client may be redeemed. */
async function waitForTurn(
  callback: Callback,
  { environment }: BegunLogin,
): Promise<void> {
  const { context, req, res } = callback;
  const gone = new AbortController();
  res.once('close', () => gone.abort());
  const client = context.clientAddresses.of(req);
  await environment.redemptions?.wait(client, gone.signal);
  callback.client = client;
}

/** Makes sure, across all replicas, that a login is completed once only. */
async function claimState(
  callback: Callback,
  { login, state }: BegunLogin,
): Promise<void> {
  const isFirst = await callback.context.loginStates
    .claim(hashState(state), new Date(login.expiresAt))
    .catch(unavailable);
  if (!isFirst) {
    throw new LoginFailure('login_used');
  }
  callback.isClaimed = true;
}

async function redeemCode(
  { client = '' }: Callback,
  { environment, login: secrets }: BegunLogin,
  { code, state, iss }: { code: string; state: string; iss?: string },
): Promise<VerifiedLogin> {
  const { redemptions, relyingParty } = environment;
  const verified = await relyingParty.redeem({ code, state, iss, secrets });
  redemptions?.note(client, true);
  return verified;
}

/**
 * Opens the user's session, or one that waits for its user to claim it.
 *
 * @returns what the app is given
 */
async function openSession(
  { appReturn, context, req, res }: Callback,
  { environment, login, state }: BegunLogin,
  { user, verified }: { user: LoginUser; verified: VerifiedLogin },
) {
  const { binding, config } = environment;
  const { issuer, subject, email, claims, tokens } = verified;
  const browser = { req, res, appOrigin: appReturn.origin };
  const cookies = new SessionCookies(environment.cookies, browser);
  // The browser's former handle is overwritten: no sign-out would reach its session.
  const replaces = cookies.handle;
  const session = {
    handle: randomBytes(HANDLE_BYTES).toString('base64url'),
    userEntityRef: user.userEntityRef,
    environment: config.name,
    device: readDevice(req),
  };
  const opening: ReturnType<ProviderContext['sessions']['open']> =
    binding === 'connect'
      ? context.pendingConnections.add({
          ...session,
          login: verified,
          replaces,
        })
      : context.sessions.open({
          ...session,
          subject: { issuer, subject, email },
          claims,
          tokens,
          binding,
          replaces: replaces ? [replaces] : [],
        });
  const { setCookie, sessionToken, ...times } = await opening.catch(
    mismatchOrUnavailable,
  );

  context.loginCookies.remove(res, state, login);
  cookies.setHandle(session.handle);
  cookies.setSealed(setCookie);
  cookies.removeFormer();
  context.logger.debug(
    `Cookies set (${config.key}): session handle${setCookie ? ', sealed API token' : ''}`,
  );
  return signInResponse({
    config,
    claims,
    email,
    tokens: { idToken: tokens.idToken, sessionToken, scope: tokens.scope },
    ...times,
    identity: user.identity,
  });
}

function unavailable(error: unknown): never {
  throw error instanceof LoginFailure
    ? error
    : new LoginFailure('store_unavailable', error);
}

function mismatchOrUnavailable(error: unknown): never {
  if (error instanceof LoginFailure) {
    throw error;
  }
  throw isError(error) && error.name === 'NotAllowedError'
    ? new LoginFailure('session_mismatch', error)
    : new LoginFailure('store_unavailable', error);
}
