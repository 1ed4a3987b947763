import { ResponseError } from '@backstage/errors';
import { SPECTROCLOUD_PLUGIN_ID } from '../names';
import type { ApiOptions } from './ApiOptions';

/** What the client needs; the front end's `discoveryApiRef` and `fetchApiRef` fit. @public */
export interface SpectroCloudClientOptions {
  /** Finds the base URL of the backend plugin. */
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  /** Sends requests with the user's Backstage token. */
  fetchApi: { fetch: typeof fetch };
}

/** A path below the plugin's base; every inserted value is encoded. */
export function apiPath(
  strings: TemplateStringsArray,
  ...values: string[]
): string {
  return String.raw(
    { raw: strings },
    ...values.map(value => encodeURIComponent(value)),
  );
}

/** Sends the client's requests. */
export class ApiRequester {
  readonly #options: SpectroCloudClientOptions;

  constructor(options: SpectroCloudClientOptions) {
    this.#options = options;
  }

  async json<T>(
    path: string,
    options?: ApiOptions,
    extra?: { query?: Record<string, string | undefined>; body?: unknown },
  ): Promise<T> {
    const response = await this.send(path, options, extra);
    return response.json();
  }

  /** Lists come in an envelope: `{ clusters: [...] }` and so on. */
  async list<T>(
    path: string,
    envelope: string,
    options?: ApiOptions,
    extra?: { query?: Record<string, string | undefined>; body?: unknown },
  ): Promise<T[]> {
    const answer = await this.json<Record<string, T[]>>(path, options, extra);
    return answer[envelope];
  }

  /** @throws `ResponseError` for every answer that is not a success. */
  async send(
    path: string,
    options: ApiOptions = {},
    extra: { query?: Record<string, string | undefined>; body?: unknown } = {},
  ): Promise<Response> {
    const { discoveryApi, fetchApi } = this.#options;
    const baseUrl = await discoveryApi.getBaseUrl(SPECTROCLOUD_PLUGIN_ID);
    const { instance, projectUid } = options;
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries({
      instance,
      projectUid,
      ...extra.query,
    })) {
      if (value !== undefined) query.set(name, value);
    }
    const queryText = query.toString();
    const response = await fetchApi.fetch(
      `${baseUrl}${path}${queryText && `?${queryText}`}`,
      {
        method: extra.body === undefined ? 'GET' : 'POST',
        headers: {
          ...(options.fresh && { 'Cache-Control': 'no-cache' }),
          ...(extra.body !== undefined && {
            'Content-Type': 'application/json',
          }),
        },
        body: extra.body === undefined ? undefined : JSON.stringify(extra.body),
        signal: options.signal,
      },
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}
