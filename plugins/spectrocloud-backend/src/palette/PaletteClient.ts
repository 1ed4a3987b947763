import type { Readable } from 'node:stream';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { PaletteFailedError } from './PaletteErrors';
import type { PaletteCaller } from '../caller/PaletteCaller';
import { collectPages, PAGE_SIZE, type PalettePage } from './collectPages';
import { palettePath } from './palettePath';
import type { PaletteCall } from './PaletteTransport';
import { readBody } from './readBody';
import { clusterSearch, type ClusterKind } from './searches';
import { translateNetworkError } from './translateNetworkError';
import type {
  V1ClusterOverview,
  V1ClusterSummary,
  V1ProjectMetadata,
  V1ProjectSummary,
  V1User,
  V1UserInfo,
  V1UserMe,
} from './v1';

/** Palette's lists are some kB for each item; one page has at most 50. */
const MAX_JSON_BYTES = 32 * 1024 * 1024;

type CallShape = Pick<PaletteCall, 'path'> &
  Partial<
    Pick<
      PaletteCall,
      'method' | 'query' | 'body' | 'projectUid' | 'idempotent' | 'creation'
    >
  >;

/** Options of a client. */
export interface PaletteClientOptions {
  caller: PaletteCaller;
  logger: LoggerService;
  /** When the caller's request must be answered, in ms since 1970. */
  deadline: number;
  signal?: AbortSignal;
}

/** Palette's API as one caller, one method an endpoint. */
export class PaletteClient {
  readonly #options: PaletteClientOptions;

  private constructor(options: PaletteClientOptions) {
    this.#options = options;
  }

  static create(options: PaletteClientOptions): PaletteClient {
    return new PaletteClient(options);
  }

  async getUserMe(): Promise<V1UserMe> {
    return this.#json({ path: palettePath`/v1/users/me` });
  }

  async getUserInfo(): Promise<V1UserInfo> {
    return this.#json({ path: palettePath`/v1/users/info` });
  }

  async getUser(uid: string): Promise<V1User> {
    return this.#json({ path: palettePath`/v1/users/${uid}` });
  }

  /** Names and uids only: the cheapest list of projects. */
  async listProjectMetadata(): Promise<V1ProjectMetadata[]> {
    const { items } = await this.#json<{ items?: V1ProjectMetadata[] }>({
      path: palettePath`/v1/dashboard/projects/metadata`,
    });
    return items ?? [];
  }

  async searchProjects(): Promise<V1ProjectSummary[]> {
    return this.#search(palettePath`/v1/dashboard/projects`, {
      filter: {},
      sort: [{ field: 'name', order: 'asc' }],
    });
  }

  /** Clusters of a project, or of the whole tenant. */
  async searchClusters(options: {
    kind: ClusterKind;
    projectUid?: string;
  }): Promise<V1ClusterSummary[]> {
    return this.#search(
      palettePath`/v1/dashboard/spectroclusters/search`,
      clusterSearch(options.kind),
      options.projectUid,
    );
  }

  async getClusterOverview(
    uid: string,
    projectUid?: string,
  ): Promise<V1ClusterOverview> {
    return this.#json({
      path: palettePath`/v1/dashboard/spectroclusters/${uid}`,
      projectUid,
    });
  }

  async #search<T extends { metadata?: { uid?: string } }>(
    path: string,
    body: unknown,
    projectUid?: string,
  ): Promise<T[]> {
    return collectPages(
      token =>
        this.#json<PalettePage<T>>({
          method: 'POST',
          path,
          // Palette reads `continue` from the query only, also with POST.
          query: { limit: String(PAGE_SIZE), continue: token },
          body,
          projectUid,
        }),
      item => item.metadata?.uid,
    );
  }

  async #json<T>(call: CallShape): Promise<T> {
    const { environment, signal, logger } = this.#context();
    const text = await this.#text(call, MAX_JSON_BYTES);
    try {
      return JSON.parse(text);
    } catch {
      logger.warn(
        `Palette '${environment}' answered ${call.path} with something that is not JSON`,
      );
      throw signal?.aborted
        ? translateNetworkError(
            new Error(),
            { method: 'GET', path: call.path, signal },
            environment,
            logger,
          )
        : new PaletteFailedError(
            'Palette answered with something that is not JSON',
          );
    }
  }

  async #text(call: CallShape, maxBytes: number): Promise<string> {
    const { environment, signal, logger } = this.#context();
    const body = await this.#send(call);
    try {
      return (await readBody(body, maxBytes)).toString('utf8');
    } catch (error) {
      throw translateNetworkError(
        error,
        { method: call.method ?? 'GET', path: call.path, signal },
        environment,
        logger,
      );
    }
  }

  #send(call: CallShape): Promise<Readable> {
    const { caller, signal, deadline } = this.#options;
    return caller.run(authorization =>
      caller.instance.transport.send({
        method: 'GET',
        idempotent: true,
        ...call,
        authorization,
        userKey: caller.queueKey,
        signal,
        deadline,
      }),
    );
  }

  #context() {
    const { caller, signal, logger } = this.#options;
    return { environment: caller.instance.name, signal, logger };
  }
}
