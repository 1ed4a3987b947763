import type {
  HttpAuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import express from 'express';
import Router from 'express-promise-router';
import type { CallerResolver } from '../caller/CallerResolver';
import type { PaletteInstances } from '../PaletteInstances';
import type { PermissionGate } from '../PermissionGate';
import { PaletteReader } from '../reads/PaletteReader';
import type { ReadCache } from '../reads/ReadCache';
import { readCallerHints } from './callerHints';
import { errorHeaders } from './errorHeaders';
import { parse } from './parse';
import type { Route } from './route';
import { routes } from './routes';

const MAX_BODY = '1mb';

/** What the router needs. */
export interface RouterOptions {
  httpAuth: HttpAuthService;
  logger: LoggerService;
  gate: PermissionGate;
  instances: PaletteInstances;
  callers: CallerResolver;
  cache: ReadCache;
  listTtlMs: number;
  /** How long a request may take, waiting for its turn included. */
  requestTimeoutMs: number;
}

/** The HTTP API under `/api/spectrocloud`. */
export function createRouter(options: RouterOptions): express.Router {
  const router = Router();
  router.use(express.json({ limit: MAX_BODY }));
  router.get('/health', (_request, response) => {
    response.json({ status: 'ok' });
  });
  for (const route of routes) {
    router[route.method](route.path, createHandler(route, options));
  }
  router.use(errorHeaders);
  return router;
}

function createHandler(
  route: Route,
  options: RouterOptions,
): express.RequestHandler {
  const { httpAuth, gate, instances, callers, cache, logger } = options;
  return async (request, response) => {
    const deadline = Date.now() + options.requestTimeoutMs;
    const gone = new AbortController();
    response.on('close', () => gone.abort());

    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    await gate.require(credentials, route.permissions);
    const params = parse(route.params, request.params, 'path');
    const query = parse(route.query, request.query, 'query');
    const body = parse(route.body, request.body, 'body');
    const { instance: instanceName } = query as { instance?: string };

    const caller = await callers.resolve({
      credentials,
      instance: instances.get(instanceName),
      hints: readCallerHints(request, response),
      serviceToken: route.allowServiceToken
        ? { operation: route.operation }
        : undefined,
    });
    const answer = await route.handle({
      params,
      query,
      body,
      credentials,
      request,
      response,
      reader: PaletteReader.create({
        caller,
        cache,
        logger,
        deadline,
        listTtlMs: options.listTtlMs,
        fresh: /\bno-(?:cache|store)\b/i.test(
          request.header('cache-control') ?? '',
        ),
        signal: gone.signal,
      }),
      allows: permission => gate.allows(credentials, permission),
    });
    if (answer !== undefined) {
      // Answers are one user's; no shared cache may keep them.
      response.setHeader('Cache-Control', 'private, no-store');
      response.json(answer);
    }
  };
}
