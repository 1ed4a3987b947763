import {
  AuthenticationError,
  NotAllowedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { ReauthenticationRequiredError } from '@terasky/backstage-plugin-spectrocloud-common';
import { fetchWhole } from '../toolbox/responseBody';
import type { SpectroCloudSessionToken } from '../SpectroCloudTokenService';
import {
  SESSION_TOKEN_PATH,
  sessionTokenAnswer,
  type SessionTokenRequest,
} from './handOutProtocol';

/** Longer than the auth plugin may wait for a renewal that another replica does. */
const TIMEOUT_MS = 30_000;
const MAX_ANSWER_BYTES = 1_048_576;

/** Asks the auth plugin's hand-out for a session token, and puts its refusals into our words. */
export async function requestSessionToken(options: {
  baseUrl: string;
  pluginToken: string;
  request: SessionTokenRequest;
  fetch: typeof fetch;
  timeoutMs?: number;
}): Promise<SpectroCloudSessionToken> {
  const { baseUrl, pluginToken, request, timeoutMs = TIMEOUT_MS } = options;
  const { response, body } = await call(async () => {
    const answered = await fetchWhole(
      signal =>
        options.fetch(`${baseUrl}${SESSION_TOKEN_PATH}`, {
          method: 'POST',
          headers: {
            authorization: `Bearer ${pluginToken}`,
            'content-type': 'application/json',
          },
          body: JSON.stringify(request),
          redirect: 'error',
          signal,
        }),
      { timeoutMs, maxBytes: MAX_ANSWER_BYTES },
    );
    const json: unknown = JSON.parse(answered.body.toString('utf8'));
    return { response: answered.response, body: json };
  });
  if (!response.ok) {
    throw toError(response.status, body, request.environment);
  }
  const answer = sessionTokenAnswer.safeParse(body).data;
  if (!answer) {
    throw new ServiceUnavailableError(
      'The auth plugin answered the hand-out of a Palette session token with something unexpected',
    );
  }
  const { expiresAt, ...token } = answer;
  return { ...token, expiresAt: expiresAt ? new Date(expiresAt) : undefined };
}

/** Makes the call; its own words are dropped, since they may hold what was sent. */
async function call<T>(make: () => Promise<T>): Promise<T> {
  try {
    return await make();
  } catch (error) {
    throw new ServiceUnavailableError(
      `The auth plugin can't be asked for a Palette session token (${
        (error as Error).name
      })`,
    );
  }
}

function toError(status: number, body: unknown, environment: string): Error {
  const { error } = (body ?? {}) as {
    error?: { name?: unknown; environment?: unknown };
  };
  if (status === 401 && error?.name === 'ReauthenticationRequiredError') {
    return new ReauthenticationRequiredError(environment);
  }
  if (status === 401) {
    return new AuthenticationError(
      'The auth plugin did not accept the caller of the hand-out',
    );
  }
  if (status === 403) {
    return new NotAllowedError(
      'This plugin may not ask for Palette session tokens: see spectrocloud.tokenCache.trustedPlugins',
    );
  }
  if (status === 404) {
    return new ServiceUnavailableError(
      `The auth plugin serves no environment '${environment}' of the spectrocloud provider`,
    );
  }
  return new ServiceUnavailableError(
    status === 503
      ? 'Palette, or the store of its sessions, is unavailable at the moment'
      : `The auth plugin answered the hand-out of a Palette session token with ${status}`,
  );
}
