import { errors as jose } from 'jose';
import { ClientError, ResponseBodyError } from 'openid-client';
import { LoginFailure, type LoginFailureReason } from '../login/LoginFailure';
import { isRefreshRefusal } from './isRefreshRefusal';

const clientError = (code: string) =>
  Object.assign(new ClientError('x'), { code });
const bodyError = (error: string) =>
  new ResponseBodyError('x', {
    cause: { error },
    response: new Response('', { status: 400 }),
  });
const claimError = (claim: string, reason: string) =>
  new jose.JWTClaimValidationFailed('x', {}, claim, reason);

describe('isRefreshRefusal', () => {
  it.each<LoginFailureReason>([
    'id_token_rejected',
    'email_unverified',
    'wrong_issuer',
  ])('takes our own %s for a refusal', reason => {
    expect(isRefreshRefusal(new LoginFailure(reason))).toBe(true);
  });

  it.each<LoginFailureReason>([
    'clock_skew',
    'malformed_response',
    'misconfigured',
    'palette_timeout',
    'palette_unavailable',
  ])('takes our own %s for none', reason => {
    expect(isRefreshRefusal(new LoginFailure(reason))).toBe(false);
  });

  it.each([
    ['invalid_grant', true],
    ['invalid_client', false],
    // All that Dex ever says.
    ['invalid_request', true],
    ['temporarily_unavailable', false],
    ['unauthorized_client', false],
  ])('answers the token error %s with %s', (error, expected) => {
    expect(isRefreshRefusal(bodyError(error))).toBe(expected);
  });

  it.each([
    ['OAUTH_JWT_CLAIM_COMPARISON_FAILED', true],
    ['OAUTH_INVALID_RESPONSE', false],
    ['OAUTH_JWT_TIMESTAMP_CHECK_FAILED', false],
    ['OAUTH_PARSE_ERROR', false],
    ['OAUTH_RESPONSE_IS_NOT_CONFORM', false],
    ['OAUTH_RESPONSE_IS_NOT_JSON', false],
    ['OAUTH_TIMEOUT', false],
    ['OAUTH_UNSUPPORTED_OPERATION', false],
  ])('answers %s of the library with %s', (code, expected) => {
    expect(isRefreshRefusal(clientError(code))).toBe(expected);
  });

  it.each([
    ['iss', 'check_failed', true],
    ['sub', 'check_failed', true],
    ['aud', 'check_failed', true],
    ['aud', 'missing', false],
    ['nbf', 'check_failed', false],
    ['iat', 'invalid', false],
  ])('answers the claim %s (%s) with %s', (claim, reason, expected) => {
    expect(isRefreshRefusal(claimError(claim, reason))).toBe(expected);
  });

  it.each([
    new jose.JOSEAlgNotAllowed('x'),
    new jose.JWKSInvalid('x'),
    new jose.JWKSNoMatchingKey(),
    new jose.JWKSTimeout(),
    new jose.JWSSignatureVerificationFailed(),
    new jose.JWTExpired('x', {}, 'exp', 'check_failed'),
    new TypeError('fetch failed'),
    'not even an error',
  ])('takes %s for none', error => {
    expect(isRefreshRefusal(error)).toBe(false);
  });
});
