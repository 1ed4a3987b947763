import type { Request, RequestHandler, Response } from 'express';
import type { SimulatorContext } from '../SimulatorContext';
import { notedCaller } from './accessNotes';
import type { LoggedRequest } from './RequestLog';

const SAFE_QUERY = [
  'limit',
  'offset',
  'continue',
  'setCookie',
  'includePackMeta',
  'frp',
  'environment',
  'quickFilter',
  'periodType',
  'prompt',
  'scope',
  'datacenter',
  'computecluster',
];

/** Puts each call but those of the control API into the log, and a line to `print`. */
export function logRequests(
  context: SimulatorContext,
  print: ((line: string) => void) | undefined,
): RequestHandler {
  return (req, res, next) => {
    const time = new Date(context.clock()).toISOString();
    res.once('close', () => {
      const entry = describe(req, res, time);
      context.log.add(entry);
      print?.(lineOf(entry));
    });
    next();
  };
}

function describe(req: Request, res: Response, time: string): LoggedRequest {
  const url = new URL(req.originalUrl, 'http://simulator');
  const query: Record<string, string> = {};
  for (const name of SAFE_QUERY) {
    const value = url.searchParams.get(name);
    if (value !== null) {
      query[name] = value;
    }
  }
  return {
    time,
    method: req.method,
    path: redactPath(url.pathname),
    query,
    status: res.writableFinished ? res.statusCode : 0,
    auth: authOf(req, url),
    user: notedCaller(res)?.email,
    projectUid: req.get('projectuid'),
  };
}

/** The only path with a credential in it is that of the renewal. */
function redactPath(path: string): string {
  return path.replace(/^(\/v1\/auth\/refresh\/).+$/, '$1{token}');
}

function authOf(req: Request, url: URL): LoggedRequest['auth'] {
  if (req.get('apikey') !== undefined || url.searchParams.has('ApiKey')) {
    return 'apikey';
  }
  const isOidc = url.pathname.startsWith('/v1/oidc/');
  return req.get('authorization') !== undefined && !isOidc ? 'session' : 'none';
}

const CREDENTIAL_NAMES = {
  session: 'Authorization',
  apikey: 'ApiKey',
  none: '-',
} as const;

/** `GET /v1/users/me 200 Authorization dev.dana` */
function lineOf({ method, path, status, auth, user }: LoggedRequest): string {
  const who = user?.split('@')[0] ?? '-';
  return [method, path, status, CREDENTIAL_NAMES[auth], who].join(' ');
}
