import * as client from 'openid-client';
import { errors as jose } from 'jose';
import { describeCause } from './describeCause';

const libraryError = (cause: unknown) =>
  new Error('unexpected value', { cause });

describe('describeCause', () => {
  it("says the provider's error and description, without token, code or address", () => {
    const response = new Response('', { status: 401 });
    const error = new client.ResponseBodyError('an error in the body', {
      cause: {
        error: 'invalid_client',
        error_description:
          "use 'client_secret_basic', not code 0f1e2d3c4b5a69788796a5b4 of ada@acme.example eyJhbGciOiJIUzI1NiJ9.e30.c2ln",
      },
      response,
    });
    expect(describeCause(error)).toBe(
      ": ResponseBodyError [OAUTH_RESPONSE_BODY_ERROR] an error in the body (status 401) ('invalid_client': use 'client_secret_basic', not code [redacted] of [e-mail] [token])",
    );
  });

  it('says the error of a challenge', () => {
    const error = new client.WWWAuthenticateChallengeError('challenged', {
      cause: [
        {
          scheme: 'basic',
          parameters: { error: 'invalid_client', realm: 'acme' },
        },
      ],
      response: new Response('', { status: 401 }),
    });
    expect(describeCause(error)).toContain("(status 401) ('invalid_client')");
  });

  it.each([
    [
      'issuers',
      {
        attribute: 'issuer',
        expected: 'https://a.example',
        body: { issuer: 'https://b.example', secret: 'x' },
      },
      '(https://a.example is configured, https://b.example is named)',
    ],
    [
      'issuers of an ID token',
      {
        claim: 'iss',
        expected: 'https://a.example',
        claims: { iss: 'https://b.example', email: 'ada@acme.example' },
      },
      '(https://a.example is expected, https://b.example is named)',
    ],
    [
      'algorithms',
      { header: { alg: 'HS256', kid: 'k' }, expected: ['RS256'] },
      '(signed with HS256, accepted ["RS256"]: let the provider sign with one of those',
    ],
  ])('names both %s', (_title, cause, expected) => {
    expect(describeCause(libraryError(libraryError(cause)))).toContain(
      expected,
    );
  });

  it('says nothing of nonces, claims and bodies', () => {
    const described = describeCause(
      libraryError({
        claim: 'nonce',
        expected: 'the-nonce',
        claims: { nonce: 'another-nonce' },
        body: { id_token: 'the-token' },
      }),
    );
    expect(described).toBe(': Error unexpected value');
  });

  it('says the code of what jose throws', () => {
    expect(describeCause(new jose.JWSSignatureVerificationFailed())).toContain(
      '[ERR_JWS_SIGNATURE_VERIFICATION_FAILED]',
    );
  });
});
