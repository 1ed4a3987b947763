import type { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  SPECTROCLOUD_AUTH_PROVIDER_ID,
  type SpectroCloudSessionInfo,
} from '@terasky/backstage-plugin-spectrocloud-common';

/** The user's sessions, as the auth plugin keeps them. */
export class SessionList {
  readonly #options: { discoveryApi: DiscoveryApi; fetchApi: FetchApi };

  constructor(options: { discoveryApi: DiscoveryApi; fetchApi: FetchApi }) {
    this.#options = options;
  }

  async get(): Promise<SpectroCloudSessionInfo[]> {
    const response = await this.#send('/sessions', 'GET');
    return (await response.json()).sessions;
  }

  async end(id?: string): Promise<void> {
    const path = id === undefined ? '' : `/${encodeURIComponent(id)}`;
    await this.#send(`/sessions${path}`, 'DELETE');
  }

  async #send(path: string, method: string): Promise<Response> {
    const { discoveryApi, fetchApi } = this.#options;
    const base = await discoveryApi.getBaseUrl('auth');
    const response = await fetchApi.fetch(
      `${base}/${SPECTROCLOUD_AUTH_PROVIDER_ID}${path}`,
      { method, credentials: 'include' },
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}
