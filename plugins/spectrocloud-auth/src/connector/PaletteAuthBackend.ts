import type { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import { isError } from '@backstage/errors';
import {
  BACKSTAGE_TOKEN_REQUIRED_ERROR,
  SPECTROCLOUD_AUTH_PROVIDER_ID,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { SessionRefusedError, SessionUnavailableError } from './errors';
import type { AuthResponse } from './PaletteSession';

const REQUEST_TIMEOUT_MS = 30_000;
/** Of the auth plugin with the name of an error; others come from something in front of it. */
const REFUSALS = [401, 403];
/** Of the auth plugin; any other 404 comes from something in front of it, or before it has started. */
const UNKNOWN_SESSION = 'NotFoundError';

/** Options of {@link PaletteAuthBackend}. */
export interface PaletteAuthBackendOptions {
  discoveryApi: DiscoveryApi;
  /** Sends the user's Backstage token along. */
  fetchApi: FetchApi;
  environment: string;
  /** Sends requests that must not wait for a Backstage identity. */
  fetch?: typeof fetch;
}

/** The endpoints of the auth plugin for one environment. */
export class PaletteAuthBackend {
  readonly #options: PaletteAuthBackendOptions;

  constructor(options: PaletteAuthBackendOptions) {
    this.#options = options;
  }

  /** Address of an endpoint, with the environment in its query. */
  async url(path: string, query: Record<string, string> = {}): Promise<string> {
    const base = await this.#options.discoveryApi.getBaseUrl('auth');
    const { environment } = this.#options;
    const search = new URLSearchParams({ ...query, env: environment });
    return `${base}/${SPECTROCLOUD_AUTH_PROVIDER_ID}${path}?${search}`;
  }

  /**
   * The session that the browser's cookie stands for.
   *
   * @param options - `asUser` proves who the Backstage user is, which waits for one
   * @throws SessionRefusedError when there is none, SessionUnavailableError when the back end can't tell
   */
  async refresh(options: {
    scope: string;
    asUser: boolean;
  }): Promise<AuthResponse> {
    const url = await this.url('/refresh', {
      optional: '',
      scope: options.scope,
    });
    const response = await this.#send(url, { method: 'GET' }, options.asUser);
    if (response.ok) {
      return sessionOf(response);
    }
    const reason = await reasonOf(response);
    const isRefusal =
      (REFUSALS.includes(response.status) && reason.name !== undefined) ||
      (response.status === 404 && reason.name === UNKNOWN_SESSION);
    if (isRefusal) {
      throw new SessionRefusedError(
        reason.message,
        reason.name === BACKSTAGE_TOKEN_REQUIRED_ERROR,
      );
    }
    throw new SessionUnavailableError(reason.message, retryAfter(response));
  }

  /** @returns where the browser has to go to end the session at the provider, if anywhere */
  async logout(): Promise<string | undefined> {
    const url = await this.url('/logout');
    const response = await this.#send(url, { method: 'POST' }, false);
    if (!response.ok) {
      throw new Error((await reasonOf(response)).message);
    }
    const type = response.headers.get('content-type') ?? '';
    return type.includes('application/json')
      ? (await response.json()).logoutUrl
      : undefined;
  }

  /** Binds the login that this browser begins next to the signed-in Backstage user. */
  async prepareConnection(): Promise<void> {
    const base = await this.#options.discoveryApi.getBaseUrl('auth');
    const response = await this.#send(
      `${base}/${SPECTROCLOUD_AUTH_PROVIDER_ID}/connect-ticket`,
      {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ environment: this.#options.environment }),
      },
      true,
    );
    if (!response.ok) {
      throw new Error((await reasonOf(response)).message);
    }
  }

  async #send(
    url: string,
    init: RequestInit,
    asUser: boolean,
  ): Promise<Response> {
    const { fetchApi } = this.#options;
    const send = asUser
      ? fetchApi.fetch
      : (this.#options.fetch ?? window.fetch.bind(window));
    try {
      return await send(url, {
        ...init,
        headers: { ...init.headers, 'X-Requested-With': 'XMLHttpRequest' },
        credentials: 'include',
        signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
      });
    } catch (error) {
      throw new SessionUnavailableError(
        `Backstage could not be reached (${
          isError(error) ? error.message : 'network failure'
        }). Check your connection and try again.`,
      );
    }
  }
}

async function sessionOf(response: Response): Promise<AuthResponse> {
  try {
    return await response.json();
  } catch {
    throw new SessionUnavailableError(
      'Backstage answered with something unexpected. Try again in a moment.',
    );
  }
}

async function reasonOf(
  response: Response,
): Promise<{ name?: string; message: string }> {
  const fallback = `The server answered ${response.status}`;
  try {
    const { error } = await response.json();
    return { name: error?.name, message: error?.message || fallback };
  } catch {
    return { message: fallback };
  }
}

function retryAfter(response: Response): number | undefined {
  const seconds = Number(response.headers.get('retry-after') ?? NaN);
  return Number.isFinite(seconds) ? seconds * 1000 : undefined;
}
