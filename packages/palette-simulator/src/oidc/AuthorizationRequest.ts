import type { Request } from 'express';

const ONCE = [
  'client_id',
  'redirect_uri',
  'response_type',
  'scope',
  'state',
  'nonce',
  'prompt',
  'login_hint',
  'code_challenge',
  'code_challenge_method',
  'response_mode',
  'deny',
] as const;

type Parameter = (typeof ONCE)[number];

/** The parameters of an authorization request, each at most once. */
export type AuthorizationRequest = Partial<Record<Parameter, string>>;

/** Undefined if a parameter comes twice (RFC 6749 section 3.1). */
export function readAuthorizationRequest(
  req: Request,
): AuthorizationRequest | undefined {
  const search = new URL(req.originalUrl, 'http://simulator').searchParams;
  const request: AuthorizationRequest = {};
  for (const parameter of ONCE) {
    const values = search.getAll(parameter);
    if (values.length > 1) {
      return undefined;
    }
    if (values.length === 1) {
      request[parameter] = values[0];
    }
  }
  return request;
}

/** What is wrong with the request, as an error for the client's callback. */
export function findProtocolError(
  request: AuthorizationRequest,
): { error: string; description: string } | undefined {
  if (request.response_type !== 'code') {
    return {
      error: 'unsupported_response_type',
      description: 'Only response_type=code is supported',
    };
  }
  if (!request.scope?.split(' ').includes('openid')) {
    return {
      error: 'invalid_scope',
      description: 'The openid scope is missing',
    };
  }
  if (
    request.response_mode &&
    !['query', 'form_post'].includes(request.response_mode)
  ) {
    return { error: 'invalid_request', description: 'Unknown response_mode' };
  }
  if (
    request.code_challenge !== undefined &&
    (request.code_challenge_method !== 'S256' ||
      !/^[A-Za-z0-9_-]{43}$/.test(request.code_challenge))
  ) {
    return {
      error: 'invalid_request',
      description: 'Only PKCE S256 is supported',
    };
  }
  if (request.code_challenge === undefined && request.code_challenge_method) {
    return {
      error: 'invalid_request',
      description: 'code_challenge is missing',
    };
  }
  return undefined;
}
