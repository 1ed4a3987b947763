import { ResponseError } from '@backstage/errors';
import { SPECTROCLOUD_PLUGIN_ID } from '../names';
import type {
  Cluster,
  ClusterSummary,
  Project,
  SpectroCloudUser,
  UserProject,
} from '../types';
import type { ApiOptions, SpectroCloudApi } from './SpectroCloudApi';

/** What the client needs; the front end's `discoveryApiRef` and `fetchApiRef` fit. @public */
export interface SpectroCloudClientOptions {
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  fetchApi: { fetch: typeof fetch };
}

/**
 * Typed client of the `spectrocloud` backend plugin.
 *
 * Plain: it neither re-authenticates nor retries; wrap the `fetchApi` for that.
 * Throws `ResponseError` for every answer that is not a success.
 *
 * @public
 */
export class SpectroCloudClient implements SpectroCloudApi {
  readonly #options: SpectroCloudClientOptions;

  private constructor(options: SpectroCloudClientOptions) {
    this.#options = options;
  }

  /** Makes a client. */
  static create(options: SpectroCloudClientOptions): SpectroCloudClient {
    return new SpectroCloudClient(options);
  }

  async getMe(options?: ApiOptions): Promise<SpectroCloudUser> {
    return this.#json('/users/me', options);
  }

  async listMyProjects(options?: ApiOptions): Promise<UserProject[]> {
    return (
      await this.#json<{ projects: UserProject[] }>(
        '/users/me/projects',
        options,
      )
    ).projects;
  }

  async listProjects(options?: ApiOptions): Promise<Project[]> {
    return (await this.#json<{ projects: Project[] }>('/projects', options))
      .projects;
  }

  async listClusters(options?: ApiOptions): Promise<ClusterSummary[]> {
    return (
      await this.#json<{ clusters: ClusterSummary[] }>('/clusters', options)
    ).clusters;
  }

  async getCluster(uid: string, options?: ApiOptions): Promise<Cluster> {
    return this.#json(`/clusters/${encodeURIComponent(uid)}`, options);
  }

  async #json<T>(path: string, options: ApiOptions = {}): Promise<T> {
    const response = await this.#request(path, options);
    return response.json();
  }

  async #request(path: string, options: ApiOptions): Promise<Response> {
    const baseUrl = await this.#options.discoveryApi.getBaseUrl(
      SPECTROCLOUD_PLUGIN_ID,
    );
    const query = new URLSearchParams();
    if (options.instance) query.set('instance', options.instance);
    if (options.projectUid) query.set('projectUid', options.projectUid);
    const suffix = query.size > 0 ? `?${query}` : '';
    const response = await this.#options.fetchApi.fetch(
      `${baseUrl}${path}${suffix}`,
      {
        headers: options.fresh ? { 'Cache-Control': 'no-cache' } : {},
        signal: options.signal,
      },
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}
