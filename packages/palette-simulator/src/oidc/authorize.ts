import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import { findUserByEmail } from '../organisations';
import type { Organisation, User } from '../seed/types';
import { issuerOf, type SimulatorContext } from '../SimulatorContext';
import {
  type AuthorizationRequest,
  findProtocolError,
  readAuthorizationRequest,
} from './AuthorizationRequest';
import { sendAuthorizationResponse } from './authorizationResponse';
import {
  renderBadRequestPage,
  renderLoginPage,
  renderRedirectRefusedPage,
} from './loginPage';
import { isAllowedRedirectUri } from './redirectUri';
import { tokenSession } from './tokenSession';

const CODE_BYTES = 24;

/** `GET /auth`: shows the login page, or signs in the user that `login_hint` names. */
export async function handleAuthorize(
  context: SimulatorContext,
  organisation: Organisation,
  req: Request,
  res: Response,
): Promise<void> {
  const request = readAuthorizationRequest(req);
  if (!request || request.client_id !== context.client.id) {
    const reason = request ? 'Unknown client.' : 'A parameter is repeated.';
    res.status(400).type('html').send(renderBadRequestPage(reason));
    return;
  }
  if (!mayRedirect(context, request.redirect_uri)) {
    res.status(400).type('html').send(renderRedirectRefusedPage());
    return;
  }
  const respond = (answer: Record<string, string>) =>
    sendAuthorizationResponse(res, request, {
      ...answer,
      iss: context.settings.issParameter
        ? issuerOf(context, organisation.name)
        : undefined,
    });
  const refusal = findRefusal(request);
  if (refusal) {
    respond({ error: refusal.error, error_description: refusal.description });
    return;
  }
  const user =
    request.login_hint && findUserByEmail(organisation, request.login_hint);
  if (!user) {
    res.type('html').send(loginPage(organisation, req));
    return;
  }
  respond({ code: await createCode(context, organisation, user, request) });
}

function mayRedirect(
  { settings, url }: SimulatorContext,
  redirectUri: string | undefined,
): redirectUri is string {
  return (
    redirectUri !== undefined &&
    URL.canParse(redirectUri) &&
    (!settings.enforceRedirectUris ||
      isAllowedRedirectUri(redirectUri, {
        paletteUrl: url,
        registered: settings.redirectUris,
      }))
  );
}

function findRefusal(request: AuthorizationRequest) {
  const protocolError = findProtocolError(request);
  if (protocolError) {
    return protocolError;
  }
  if (request.deny) {
    return { error: 'access_denied', description: 'The user denied access' };
  }
  if (request.prompt?.split(' ').includes('none') && !request.login_hint) {
    return { error: 'login_required', description: 'Nobody is signed in' };
  }
  return undefined;
}

function loginPage(organisation: Organisation, req: Request): string {
  const link = (name: string, value: string) => {
    const here = new URL(req.originalUrl, 'http://simulator');
    here.searchParams.set(name, value);
    return here.pathname + here.search;
  };
  return renderLoginPage(organisation, {
    signIn: email => link('login_hint', email),
    deny: link('deny', '1'),
  });
}

async function createCode(
  context: SimulatorContext,
  organisation: Organisation,
  user: User,
  request: AuthorizationRequest,
): Promise<string> {
  const session = context.sessions.open({
    userUid: user.uid,
    tenantUid: organisation.uid,
  });
  const code =
    context.settings.sessionTokenAs === 'code'
      ? (await context.sessions.issue(tokenSession(context, session))).token
      : randomBytes(CODE_BYTES).toString('base64url');
  context.codes.add(code, {
    tenant: organisation.name,
    session,
    redirectUri: request.redirect_uri!,
    scope: request.scope!,
    nonce: request.nonce,
    codeChallenge: request.code_challenge,
    authTime: Math.floor(context.clock() / 1000),
  });
  return code;
}
