import type {
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  createPaletteDispatcher,
  PaletteSessionApi,
  readPaletteEnvironments,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import type { Dispatcher } from 'undici';
import type { PaletteLimiter } from './limits/PaletteLimiter';
import type { PaletteMetrics } from './metrics';
import type { PaletteInstance } from './PaletteInstance';
import { PaletteTransport } from './palette/PaletteTransport';

const WHO_AM_I_PREFIX = '/v1/users';

/** The Palettes that are served, by name. */
export class PaletteInstances {
  readonly #byName: Map<string, PaletteInstance>;
  readonly #dispatchers: Dispatcher[];

  private constructor(instances: PaletteInstance[], dispatchers: Dispatcher[]) {
    this.#dispatchers = dispatchers;
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
    const dispatchers: Dispatcher[] = [];
    const instances = readPaletteEnvironments(config).map(environment => {
      const { name, url, tenant, apiToken } = environment;
      const { apiTokenCookie, authEnvironment } = environment;
      const dispatcher = createPaletteDispatcher(environment);
      dispatchers.push(dispatcher);
      const sessions = new PaletteSessionApi({
        url,
        dispatcher,
        timeoutMs: deps.callTimeoutMs,
      });
      return {
        name,
        tenant,
        apiToken,
        authEnvironment,
        apiTokenCookie,
        told: new Set<string>(),
        transport: PaletteTransport.create({
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
    return new PaletteInstances(instances, dispatchers);
  }

  /** Closes the connections, once the calls under way have ended. */
  async close(): Promise<void> {
    await Promise.all(this.#dispatchers.map(dispatcher => dispatcher.close()));
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
