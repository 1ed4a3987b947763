import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import express from 'express';
import Router from 'express-promise-router';
import type { PermissionGate } from '../PermissionGate';
import type { ReaderFactory } from '../reads/ReaderFactory';
import { readCallerHints } from './callerHints';
import { errorHeaders } from './errorHeaders';
import { parse } from './parse';
import type { Route } from './route';
import { routes } from './routes';

const MAX_BODY = '1mb';
const ASKS_FOR_FRESH = /\bno-(?:cache|store)\b/i;

/** What the router needs. */
export interface RouterOptions {
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  gate: PermissionGate;
  readers: ReaderFactory;
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
  { httpAuth, auditor, gate, readers }: RouterOptions,
): express.RequestHandler {
  return async (request, response) => {
    const gone = new AbortController();
    response.on('close', () => gone.abort());

    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    await gate.require(credentials, route.permissions);
    const params = parse(route.params, request.params, 'path');
    const query = parse(route.query, request.query, 'query');
    const body = parse(route.body, request.body, 'body');

    const reader = await readers.open({
      credentials,
      instance: query.instance,
      operation: route.operation,
      allowServiceToken: route.allowServiceToken,
      hints: readCallerHints(request, response),
      fresh: ASKS_FOR_FRESH.test(request.header('cache-control') ?? ''),
      signal: gone.signal,
    });
    const answer = await route.handle({
      params,
      query,
      body,
      credentials,
      request,
      response,
      reader,
      auditor,
      gate,
      allows: permission => gate.allows(credentials, permission),
    });
    if (answer !== undefined) {
      // Answers are one user's; no shared cache may keep them.
      response.setHeader('Cache-Control', 'private, no-store');
      response.status(route.status ?? 200).json(answer);
    }
  };
}
