import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import { redactText } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import express from 'express';
import Router from 'express-promise-router';
import type { YamlReader } from '../kubeconfig/YamlReader';
import type { KubernetesAccessStore } from '../kubernetes/KubernetesAccessStore';
import { PaletteFailedError } from '../errors/PaletteErrors';
import type { PermissionGate } from '../permissions/PermissionGate';
import { PaletteReader, type ReaderDeps } from '../reads/PaletteReader';
import { SharedAnswer } from '../reads/SharedAnswer';
import { parse, readCallerHints } from './readRequest';
import { errorHeaders } from './errorHeaders';
import type { Route } from './route';
import { routes } from './routes';

const MAX_BODY = '1mb';
const ASKS_FOR_FRESH = /\bno-(?:cache|store)\b/i;

/** What the router needs. */
export interface RouterOptions {
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  events: EventsService;
  gate: PermissionGate;
  yaml: YamlReader;
  kubernetes: KubernetesAccessStore;
  readers: ReaderDeps;
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
  { httpAuth, auditor, events, gate, yaml, kubernetes, readers }: RouterOptions,
): express.RequestHandler {
  return async (request, response) => {
    const gone = new AbortController();
    response.on('close', () => {
      if (!response.writableFinished) gone.abort();
    });

    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const rights = await gate.rightsOf(
      { credentials, authorization: request.header('authorization') },
      [...route.permissions, ...(route.considers ?? [])],
    );
    rights.require(route.permissions);
    const params = parse(route.params, request.params, 'path');
    const query = parse(route.query, request.query, 'query');
    const body = parse(route.body, request.body, 'body');

    const reader = await PaletteReader.open(
      {
        credentials,
        instance: query.instance,
        operation: route.operation,
        allowServiceToken: route.allowServiceToken,
        hints: readCallerHints(request, response),
        fresh: ASKS_FOR_FRESH.test(request.header('cache-control') ?? ''),
        signal: gone.signal,
        request,
      },
      readers,
    );
    const answer = await answerOf(route, reader, {
      params,
      query,
      body,
      credentials,
      request,
      response,
      reader,
      auditor,
      events,
      rights,
      yaml,
      kubernetes,
    });
    if (answer !== undefined) {
      // Answers are one user's; no shared cache may keep them.
      response.setHeader('Cache-Control', 'private, no-store');
      response.status(route.status ?? 200);
      const describe = (value: unknown) => described(route, reader, value);
      if (answer instanceof SharedAnswer) answer.send(response, describe);
      else response.json(describe(answer));
    }
  };
}

/** The handler's answer; what Palette sends may be anything, also what no handler can read. */
async function answerOf(
  route: Route,
  reader: PaletteReader,
  context: Parameters<Route['handle']>[0],
): Promise<unknown> {
  try {
    return await route.handle(context);
  } catch (error) {
    // Something is not of the type that Palette's schema says.
    if (error instanceof TypeError || error instanceof RangeError) {
      throw unexpected(route, reader, error.message);
    }
    throw error;
  }
}

/** An answer, made sure to be what the API's description says. */
function described(
  route: Route,
  reader: PaletteReader,
  answer: unknown,
): unknown {
  if ('contentType' in route.answer) return answer;
  const { data, error } = route.answer.safeParse(answer);
  if (error) {
    const [{ path, message }] = error.issues;
    throw unexpected(route, reader, `${path.join('.')}: ${message}`);
  }
  return data;
}

function unexpected(
  route: Route,
  { caller, logger }: PaletteReader,
  reason: string,
): Error {
  logger.warn(
    `Palette '${caller.instance.name}' answered ${route.operation} with something unexpected: ${redactText(reason)}`,
  );
  return new PaletteFailedError('Palette answered with something unexpected');
}
