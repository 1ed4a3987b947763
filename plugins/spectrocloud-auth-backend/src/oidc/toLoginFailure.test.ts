import { errors as jose } from 'jose';
import { ClientError } from 'openid-client';
import { LoginFailure } from '../login/LoginFailure';
import { reasonOfAuthorizationError, toLoginFailure } from './toLoginFailure';

const clientError = (code: string, cause?: unknown) =>
  Object.assign(new ClientError('x', { cause }), { code });

describe('toLoginFailure', () => {
  it.each([
    [clientError('OAUTH_TIMEOUT'), 'palette_timeout'],
    [clientError('OAUTH_ABORT'), 'palette_timeout'],
    [clientError('OAUTH_JWT_TIMESTAMP_CHECK_FAILED'), 'clock_skew'],
    [clientError('OAUTH_JWT_CLAIM_COMPARISON_FAILED'), 'id_token_rejected'],
    [clientError('OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED'), 'misconfigured'],
    [clientError('OAUTH_UNSUPPORTED_OPERATION'), 'misconfigured'],
    [clientError('OAUTH_INVALID_RESPONSE'), 'id_token_rejected'],
    [clientError('', new TypeError('fetch failed')), 'palette_unavailable'],
    [clientError('', new Response('', { status: 403 })), 'provider_error'],
    [clientError('', new Response('', { status: 401 })), 'client_rejected'],
    [clientError('', new Response('', { status: 502 })), 'palette_unavailable'],
    [new jose.JWKSTimeout(), 'palette_timeout'],
    [new jose.JOSEError('not 200'), 'palette_unavailable'],
    [new jose.JWKSNoMatchingKey(), 'id_token_rejected'],
    [new jose.JWSSignatureVerificationFailed(), 'id_token_rejected'],
    [new DOMException('x', 'TimeoutError'), 'palette_timeout'],
    [new TypeError('fetch failed'), 'palette_unavailable'],
    [new RangeError('ours'), 'internal'],
    ['not even an error', 'internal'],
  ])('takes %s for %s', (error, reason) => {
    const failure = toLoginFailure(error);
    expect(failure.reason).toBe(reason);
    expect(failure.cause).toBe(error);
    expect(failure.message).not.toContain('fetch');
  });

  it('takes a certificate that is not trusted for a lasting fault, with its remedy', () => {
    const cause = Object.assign(new Error('unable to verify'), {
      code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    });
    const failure = toLoginFailure(new TypeError('fetch failed', { cause }));
    expect(failure).toMatchObject({
      reason: 'misconfigured',
      transient: false,
    });
    expect(failure.message).toMatch(/certificate .* caFile/);
    expect((failure.cause as Error).message).toMatch(
      /not trusted \(UNABLE_TO_VERIFY_LEAF_SIGNATURE\); .* caFile/,
    );
  });

  it('leaves what it made as it is', () => {
    const failure = new LoginFailure('login_used');
    expect(toLoginFailure(failure)).toBe(failure);
  });
});

describe('reasonOfAuthorizationError', () => {
  it.each([
    ['access_denied', 'access_denied'],
    ['consent_required', 'interaction_required'],
    ['login_required', 'interaction_required'],
    ['server_error', 'palette_unavailable'],
    ['invalid_client', 'client_rejected'],
    ['invalid_scope', 'misconfigured'],
    ['anything', 'provider_error'],
  ])('takes %s for %s', (code, reason) => {
    expect(reasonOfAuthorizationError(code)).toBe(reason);
  });

  it('asks nobody to sign in where Palette has been told not to ask', () => {
    expect(reasonOfAuthorizationError('login_required', 'none')).toBe(
      'sign_in_there_first',
    );
    expect(reasonOfAuthorizationError('login_required', 'login')).toBe(
      'interaction_required',
    );
  });
});
