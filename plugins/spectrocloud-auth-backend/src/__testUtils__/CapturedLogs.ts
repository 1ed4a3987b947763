import {
  type LoggerService,
  type RootLoggerService,
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { MiddlewareFactory } from '@backstage/backend-defaults/rootHttpRouter';
import type { JsonObject } from '@backstage/types';

/** Every line that a backend logs, at every level, access log included. */
export class CapturedLogs {
  readonly lines: string[] = [];

  /** Lines of one level, or that contain a text. */
  matching(text: string): string[] {
    return this.lines.filter(line => line.includes(text));
  }

  /** Replaces the backend's logger. */
  rootLogger() {
    return createServiceFactory({
      service: coreServices.rootLogger,
      deps: {},
      factory: () => this.#logger({}),
    });
  }

  /** The framework's access log, which test backends lack. */
  accessLog() {
    return createBackendModule({
      pluginId: 'auth',
      moduleId: 'test-access-log',
      register(env) {
        env.registerInit({
          deps: {
            config: coreServices.rootConfig,
            httpRouter: coreServices.httpRouter,
            logger: coreServices.logger,
          },
          async init({ config, httpRouter, logger }) {
            httpRouter.use(
              MiddlewareFactory.create({ config, logger }).logging(),
            );
          },
        });
      },
    });
  }

  #logger(meta: JsonObject): RootLoggerService {
    const write =
      (level: string): LoggerService['info'] =>
      (message, extra) => {
        const details =
          extra instanceof Error
            ? `${extra.stack} ${JSON.stringify(extra)}`
            : JSON.stringify({ ...meta, ...extra });
        this.lines.push(`${level} ${message} ${details}`);
      };
    return {
      debug: write('debug'),
      info: write('info'),
      warn: write('warn'),
      error: write('error'),
      child: more => this.#logger({ ...meta, ...more }),
    };
  }
}
