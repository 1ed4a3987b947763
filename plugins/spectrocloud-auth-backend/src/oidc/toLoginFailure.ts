import { isError } from '@backstage/errors';
import { certificateFault } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { errors as jose } from 'jose';
import * as client from 'openid-client';
import { z } from 'zod';
import {
  LoginFailure,
  type LoginFailureReason,
  arrivedExpired,
} from '../login/LoginFailure';
import { isOutage } from './discovery';

const CERTIFICATE_SENTENCE =
  "Backstage can't verify the certificate that Palette shows, so its configuration may lack caFile. Tell your administrator the reference.";

/** What the library says of an ID token that had expired, tolerance included. */
const expiredIdToken = z.object({
  cause: z.object({
    claim: z.literal('exp'),
    claims: z.object({ exp: z.number(), iat: z.number().optional() }),
    now: z.number(),
  }),
});

const INTERACTION_ERRORS = new Set([
  'login_required',
  'interaction_required',
  'consent_required',
  'account_selection_required',
]);

/** What an `error` code of the authorization endpoint means to the user. */
export function reasonOfAuthorizationError(
  code: string,
  prompt?: string,
): LoginFailureReason {
  if (code === 'access_denied') {
    return 'access_denied';
  }
  if (INTERACTION_ERRORS.has(code)) {
    // Palette has been told not to ask, so nobody can do here what it needs.
    return prompt === 'none' ? 'sign_in_there_first' : 'interaction_required';
  }
  if (code === 'temporarily_unavailable' || code === 'server_error') {
    return 'palette_unavailable';
  }
  if (code === 'invalid_scope') {
    return 'misconfigured';
  }
  return code === 'unauthorized_client' || code === 'invalid_client'
    ? 'client_rejected'
    : 'provider_error';
}

function reasonOfStatus(status: number): LoginFailureReason {
  if (status === 401) {
    return 'client_rejected';
  }
  return status >= 500 || isOutage(status)
    ? 'palette_unavailable'
    : 'provider_error';
}

function reasonOfTokenError(
  error: client.ResponseBodyError,
): LoginFailureReason {
  switch (error.error) {
    case 'invalid_grant':
      return 'code_rejected';
    case 'invalid_client':
    case 'unauthorized_client':
      return 'client_rejected';
    case 'invalid_dpop_proof':
    case 'use_dpop_nonce':
      return 'misconfigured';
    default:
      return reasonOfStatus(error.status);
  }
}

function isTimeout(error: unknown): boolean {
  return isError(error) && error.name === 'TimeoutError';
}

function reasonOfClientError(error: client.ClientError): LoginFailureReason {
  const { cause } = error;
  if (cause instanceof Response) {
    return reasonOfStatus(cause.status);
  }
  if (isTimeout(cause)) {
    return 'palette_timeout';
  }
  switch (error.code) {
    case 'OAUTH_TIMEOUT':
    case 'OAUTH_ABORT':
      return 'palette_timeout';
    case 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED':
      return 'clock_skew';
    case 'OAUTH_JWT_CLAIM_COMPARISON_FAILED':
      return 'id_token_rejected';
    case 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED':
    case 'OAUTH_UNSUPPORTED_OPERATION':
      // The latter is an encrypted ID token, say, which trying again doesn't decrypt.
      return 'misconfigured';
    case 'OAUTH_INVALID_RESPONSE':
    case 'OAUTH_PARSE_ERROR':
    case 'OAUTH_RESPONSE_IS_NOT_JSON':
    case 'OAUTH_RESPONSE_IS_NOT_CONFORM':
      return 'id_token_rejected';
    default:
      return 'palette_unavailable';
  }
}

function reasonOf(error: unknown): LoginFailureReason {
  if (error instanceof client.ResponseBodyError) {
    return reasonOfTokenError(error);
  }
  if (error instanceof client.WWWAuthenticateChallengeError) {
    return 'client_rejected';
  }
  if (error instanceof client.ClientError) {
    return reasonOfClientError(error);
  }
  if (error instanceof jose.JWKSTimeout) {
    return 'palette_timeout';
  }
  if (error instanceof jose.JWTExpired) {
    return 'clock_skew';
  }
  if (error instanceof jose.JOSEError) {
    // The base class itself stands for a key set that could not be fetched.
    return error.code === 'ERR_JOSE_GENERIC'
      ? 'palette_unavailable'
      : 'id_token_rejected';
  }
  if (isTimeout(error)) {
    return 'palette_timeout';
  }
  // What `fetch` throws when there is no connection.
  return error instanceof TypeError ? 'palette_unavailable' : 'internal';
}

/** Turns what the OpenID libraries throw into a reason and a sentence. */
export function toLoginFailure(error: unknown): LoginFailure {
  if (error instanceof LoginFailure) {
    return error;
  }
  const expired =
    error instanceof client.ClientError
      ? expiredIdToken.safeParse(error.cause).data?.cause
      : undefined;
  if (expired) {
    const { claims, now } = expired;
    return arrivedExpired('ID token', { ...claims, now });
  }
  const fault = certificateFault(error);
  return fault === undefined
    ? new LoginFailure(reasonOf(error), error)
    : new LoginFailure(
        'misconfigured',
        new Error(`Palette's OpenID provider can't be called, ${fault}`),
        CERTIFICATE_SENTENCE,
      );
}
