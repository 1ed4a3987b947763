import type {
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  createPaletteDispatcher,
  type PaletteIdentity,
  PaletteSessionApi,
  readPaletteEnvironments,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import type { PaletteLimiter } from '../limits/PaletteLimiter';
import type { PaletteMetrics } from '../metrics';
import { PaletteTransport } from './PaletteTransport';

const WHO_AM_I_PREFIX = '/v1/users';

/** One Palette that is served: `spectrocloud.environments[]`. */
export interface PaletteInstance {
  name: string;
  /** Address of its API. */
  url: string;
  /** Where its users sign in: `auth.providers.spectrocloud.<authEnvironment>`. */
  authEnvironment: string;
  /** Cookie with the sealed session token of that auth environment. */
  apiTokenCookie: string;
  /** Uid or organisation name that tokens must belong to. */
  tenant?: string;
  /** For service principals only, that `serviceTokenFor` names. */
  apiToken?: string;
  transport: PaletteTransport;
  /** What the log was told of it already, so that it is told once. */
  told: Set<string>;
  /** Who Palette says the owner of a session token is; asked in the user's turn. */
  whoAmI(token: string, userKey: string): Promise<PaletteIdentity>;
}

/** The Palettes that are served, by name. */
export class PaletteInstances {
  readonly #byName: Map<string, PaletteInstance>;

  private constructor(instances: PaletteInstance[]) {
    this.#byName = new Map(
      instances.map(instance => [instance.name, instance]),
    );
  }

  /** Reads `spectrocloud.environments`; nothing is called yet. */
  static fromConfig(
    config: RootConfigService,
    deps: {
      limiter: PaletteLimiter;
      metrics: PaletteMetrics;
      logger: LoggerService;
      callTimeoutMs: number;
    },
  ): PaletteInstances {
    const instances = readPaletteEnvironments(config).map(environment => {
      const { name, url, tenant, apiToken } = environment;
      const { apiTokenCookie, authEnvironment } = environment;
      // Never closed: a plugin's shutdown hooks run before the server has answered the
      // last requests. Its idle connections end by themselves within seconds.
      const dispatcher = createPaletteDispatcher(environment);
      const sessions = new PaletteSessionApi({
        url,
        dispatcher,
        timeoutMs: deps.callTimeoutMs,
      });
      return {
        name,
        url,
        tenant,
        apiToken,
        authEnvironment,
        apiTokenCookie,
        told: new Set<string>(),
        transport: new PaletteTransport({
          environment: { name, url },
          dispatcher,
          limiter: deps.limiter,
          metrics: deps.metrics,
          logger: deps.logger,
          timeoutMs: deps.callTimeoutMs,
        }),
        whoAmI: async (token: string, userKey: string) => {
          await deps.limiter.acquire({
            origin: url,
            prefix: WHO_AM_I_PREFIX,
            userKey,
            deadline: Date.now() + deps.callTimeoutMs,
          });
          return sessions.whoAmI(token);
        },
      };
    });
    return new PaletteInstances(instances);
  }

  /** The named instance, or the first one. @throws `NotFoundError` that lists the known names. */
  get(name?: string): PaletteInstance {
    const [first] = this.#byName.values();
    const instance = name === undefined ? first : this.#byName.get(name);
    if (!instance) {
      const known = [...this.#byName.keys()].map(each => `'${each}'`);
      throw new NotFoundError(
        known.length > 0
          ? `Unknown instance; known are ${known.join(', ')}`
          : `No Palette is configured: add one to spectrocloud.environments`,
      );
    }
    return instance;
  }
}
