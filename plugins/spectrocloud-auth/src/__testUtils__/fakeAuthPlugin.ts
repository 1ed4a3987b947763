import type { AuthResponse } from '../connector/PaletteSession';

const DEFAULT_LIFE_SECONDS = 3600;

/** Answer of the auth plugin for a signed-in user. */
export function authResponse(
  change: {
    idToken?: string;
    user?: string;
    expiresInSeconds?: number;
    accessToken?: string;
    connected?: boolean;
  } = {},
): AuthResponse {
  const {
    idToken = 'id-token',
    user = 'user:default/dana',
    expiresInSeconds = DEFAULT_LIFE_SECONDS,
    accessToken = '',
    connected = false,
  } = change;
  return {
    providerInfo: {
      idToken,
      accessToken,
      scope: 'openid profile email',
      expiresInSeconds,
    },
    profile: { email: 'dana@acme.example', displayName: 'Dana' },
    backstageIdentity: connected
      ? undefined
      : {
          token: `backstage-token-of-${user}`,
          expiresInSeconds,
          identity: {
            type: 'user',
            userEntityRef: user,
            ownershipEntityRefs: [user],
          },
        },
  };
}

/** A refusal or failure as the auth plugin sends it. */
export function errorResponse(
  status: number,
  error: { name: string; message: string },
  headers: Record<string, string> = {},
): Response {
  return new Response(JSON.stringify({ error }), { status, headers });
}

/** No session. */
export const noSession = () =>
  errorResponse(401, { name: 'AuthenticationError', message: 'No session' });

/** The auth plugin, as far as the browser knows it: answers in turn, the last one for ever. */
export function fakeAuthPlugin(...answers: Array<() => Response>) {
  const requests: Array<{ url: URL; method: string }> = [];
  const fetchMock = jest.fn(
    async (url: RequestInfo | URL, init?: RequestInit) => {
      const { method = 'GET' } = init ?? {};
      requests.push({ url: new URL(String(url)), method });
      const answer = answers.length > 1 ? answers.shift()! : answers[0];
      return answer();
    },
  );
  return { fetch: fetchMock, requests, answers };
}

/** A successful answer. */
export const ok = (response: AuthResponse) => () =>
  new Response(JSON.stringify(response), {
    headers: { 'Content-Type': 'application/json' },
  });
