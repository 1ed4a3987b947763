import {
  coreServices,
  createServiceFactory,
  type LoggerService,
  type RootLoggerService,
} from '@backstage/backend-plugin-api';

/** Collects all that a backend logs, at every level, as one line of JSON each. */
export function capturingRootLogger(lines: string[]) {
  return createServiceFactory({
    service: coreServices.rootLogger,
    deps: {},
    factory: () => capture(lines, {}),
  });
}

function capture(lines: string[], labels: object): RootLoggerService {
  const write =
    (level: string): LoggerService['info'] =>
    (message, meta) => {
      lines.push(
        JSON.stringify({
          level,
          message,
          ...labels,
          ...(meta instanceof Error
            ? { error: meta.message, stack: meta.stack }
            : meta),
        }),
      );
    };
  return {
    error: write('error'),
    warn: write('warn'),
    info: write('info'),
    debug: write('debug'),
    child: meta => capture(lines, { ...labels, ...meta }),
  };
}
