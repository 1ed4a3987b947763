import { findMember } from '../organisations';
import type { SimulatorContext } from '../SimulatorContext';
import type { Grant } from './AuthorizationCodes';
import { authenticateClient } from './clientAuthentication';
import { createIdToken } from './idToken';
import { OAuthError } from './OAuthError';
import { checkCodeVerifier } from './pkce';
import { tokenSession } from './tokenSession';

const ACCESS_TOKEN_SECONDS = 3600;

type TokenResponse = Record<string, string | number>;

interface TokenRequest {
  tenant: string;
  authorization: string | undefined;
  form: URLSearchParams;
}

/** `POST /token`; throws {@link OAuthError}. */
export async function handleToken(
  context: SimulatorContext,
  { tenant, authorization, form }: TokenRequest,
): Promise<TokenResponse> {
  for (const name of new Set(form.keys())) {
    if (form.getAll(name).length > 1) {
      throw new OAuthError(400, 'invalid_request', 'A parameter is repeated');
    }
  }
  authenticateClient(context.client, authorization, form);
  const grantType = form.get('grant_type');
  if (grantType === 'authorization_code') {
    return redeemCode(context, tenant, form);
  }
  if (grantType === 'refresh_token' && context.settings.refreshGrant) {
    return refresh(context, tenant, form);
  }
  throw new OAuthError(
    400,
    'unsupported_grant_type',
    'The grant type is not supported',
  );
}

async function redeemCode(
  context: SimulatorContext,
  tenant: string,
  form: URLSearchParams,
): Promise<TokenResponse> {
  const code = form.get('code') ?? '';
  const grant = context.codes.take(code);
  if (
    !grant ||
    grant.session.ended ||
    grant.tenant !== tenant ||
    grant.redirectUri !== form.get('redirect_uri')
  ) {
    throw new OAuthError(400, 'invalid_grant', 'The code is not valid');
  }
  checkCodeVerifier(grant.codeChallenge, form.get('code_verifier'));
  return {
    ...(await issueTokens(context, grant, { withNonce: true })),
    ...(await issueRefreshToken(context, grant)),
  };
}

async function refresh(
  context: SimulatorContext,
  tenant: string,
  form: URLSearchParams,
): Promise<TokenResponse> {
  const token = form.get('refresh_token') ?? '';
  const grant = context.tokens.byRefreshToken(token);
  if (!grant || grant.session.ended || grant.tenant !== tenant) {
    throw new OAuthError(
      400,
      'invalid_grant',
      'The refresh token is not valid',
    );
  }
  const tokens = await issueTokens(context, grant, { withNonce: false });
  if (!context.settings.rotateRefreshToken) {
    return tokens;
  }
  context.tokens.dropRefreshToken(token);
  return { ...tokens, ...(await issueRefreshToken(context, grant)) };
}

async function issueTokens(
  context: SimulatorContext,
  grant: Grant,
  options: { withNonce: boolean },
): Promise<TokenResponse> {
  const { settings } = context;
  const member = findMember(context, grant.session);
  if (!member) {
    throw new OAuthError(400, 'invalid_grant', 'The user is gone');
  }
  const accessToken = settings.accessToken
    ? context.tokens.issueAccessToken(grant)
    : undefined;
  return {
    ...(accessToken && { access_token: accessToken }),
    ...(settings.tokenType && { token_type: 'Bearer' }),
    id_token: await createIdToken(context, {
      ...member,
      ...options,
      grant,
      accessToken,
    }),
    expires_in: Math.min(ACCESS_TOKEN_SECONDS, settings.idTokenTtlSeconds),
    scope: grant.scope,
  };
}

/** The session token itself where the settings say so; it serves the refresh grant too. */
async function issueRefreshToken(
  context: SimulatorContext,
  grant: Grant,
): Promise<TokenResponse> {
  const { settings } = context;
  if (settings.sessionTokenAs === 'refresh_token') {
    const { token } = await context.sessions.issue(
      tokenSession(context, grant.session),
    );
    if (settings.refreshGrant) {
      context.tokens.adoptRefreshToken(token, grant);
    }
    return { refresh_token: token };
  }
  return settings.refreshGrant
    ? { refresh_token: context.tokens.issueRefreshToken(grant) }
    : {};
}
