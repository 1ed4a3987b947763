import type {
  BackstageCredentials,
  BackstageUserPrincipal,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError } from '@backstage/errors';
import {
  CONNECT_TICKET_PATH,
  USER_SESSIONS_PATH,
} from '@terasky/backstage-plugin-spectrocloud-common';
import {
  parseSessionTokenRequest,
  ID_TOKEN_PATH,
  SESSION_TOKEN_PATH,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod';
import type { ConnectTickets } from './connecting/ConnectTickets';
import { handOutIdToken, handOutSessionToken } from './handOut/handOutTokens';
import type { SessionContext } from './SessionContext';
import { environmentOf, sessionIdOf } from './sessionState';
import { sessionErrorHeaders } from './sessionErrorHeaders';
import {
  listUserSessions,
  revokeUserSession,
  revokeUserSessions,
} from './userSessions/userSessions';

const MAX_BODY = '32kb';
const BASE_PATH = '/spectrocloud';
const KUBERNETES_ACTOR = 'plugin:kubernetes';
const SPECTROCLOUD_ACTOR = 'plugin:spectrocloud';
const TOKEN_HAND_OUT = 'spectrocloud-token-hand-out';
const ID_TOKEN_HAND_OUT = 'spectrocloud-id-token-hand-out';

const environmentBody = z.object({ environment: z.string().min(1).max(128) });

/** What {@link createSessionRouter} needs. */
export interface SessionRouterOptions {
  context: SessionContext;
  connectTickets: ConnectTickets;
  httpAuth: HttpAuthService;
  readHandles(req: express.Request): string[];
  readSealed(req: express.Request): string[];
  trustedPlugins: string[];
}

type UserCredentials = BackstageCredentials<BackstageUserPrincipal>;

/**
 * Our routes of the auth plugin. The plugin leaves its routes open, so each of
 * these asks for credentials itself.
 */
export function createSessionRouter(
  options: SessionRouterOptions,
): express.Router {
  const { connectTickets, context } = options;
  const { auditor } = context;
  const readers = [
    SPECTROCLOUD_ACTOR,
    ...options.trustedPlugins.map(plugin => `plugin:${plugin}`),
  ];

  /** A user, through one of the plugins that may ask for them; that another one tried is audited. */
  async function requireReader(
    req: express.Request,
    eventId: string,
    actors: string[],
  ): Promise<UserCredentials> {
    const credentials = await options.httpAuth.credentials(req, {
      allow: ['user'],
    });
    const { userEntityRef, actor } = credentials.principal;
    if (!actor || !actors.includes(actor.subject)) {
      const error = new NotAllowedError(
        'Your plugin may not ask for this token',
      );
      const event = await auditor.createEvent({
        eventId,
        request: req,
        meta: { userEntityRef, actor: actor?.subject },
      });
      await event.fail({ error });
      throw error;
    }
    return credentials;
  }

  /** A user on their own behalf. */
  async function requireUser(req: express.Request): Promise<string> {
    const { principal } = await options.httpAuth.credentials(req, {
      allow: ['user'],
    });
    if (principal.actor) {
      throw new NotAllowedError(
        'Only users themselves may do this, not a plugin on their behalf',
      );
    }
    return principal.userEntityRef;
  }

  async function audited<T extends { sessionId: string }>(
    req: express.Request,
    eventId: string,
    { principal }: UserCredentials,
    environment: string,
    work: () => Promise<T>,
  ): Promise<T> {
    const { userEntityRef, actor } = principal;
    const event = await auditor.createEvent({
      eventId,
      request: req,
      meta: { userEntityRef, actor: actor?.subject, environment },
    });
    try {
      const result = await work();
      await event.success({ meta: { sessionId: result.sessionId } });
      return result;
    } catch (error) {
      await event.fail({ error: error as Error });
      throw error;
    }
  }

  const router = Router();
  const jsonBody = express.json({ limit: MAX_BODY });

  router.post(SESSION_TOKEN_PATH, jsonBody, async (req, res) => {
    const credentials = await requireReader(req, TOKEN_HAND_OUT, readers);
    const request = parseSessionTokenRequest(req.body);
    if (!request) {
      throw new InputError('The request body is malformed');
    }
    const { userEntityRef } = credentials.principal;
    const token = await audited(
      req,
      TOKEN_HAND_OUT,
      credentials,
      request.environment,
      () => handOutSessionToken(context, { ...request, userEntityRef }),
    );
    res.set('Cache-Control', 'no-store').json(token);
  });

  router.post(ID_TOKEN_PATH, jsonBody, async (req, res) => {
    const credentials = await requireReader(req, ID_TOKEN_HAND_OUT, [
      KUBERNETES_ACTOR,
    ]);
    const { environment } = parse(req.body);
    const { userEntityRef } = credentials.principal;
    const { idToken, expiresAt } = await audited(
      req,
      ID_TOKEN_HAND_OUT,
      credentials,
      environment,
      () => handOutIdToken(context, { userEntityRef, environment }),
    );
    res.set('Cache-Control', 'no-store').json({ idToken, expiresAt });
  });

  router.post(CONNECT_TICKET_PATH, jsonBody, async (req, res) => {
    const userEntityRef = await requireUser(req);
    const environment = environmentOf(context, parse(req.body).environment);
    res
      .append('Set-Cookie', connectTickets.issue(userEntityRef, environment))
      .set('Cache-Control', 'no-store')
      .status(204)
      .end();
  });

  router.get(USER_SESSIONS_PATH, async (req, res) => {
    const userEntityRef = await requireUser(req);
    const currentIds = options.readHandles(req).map(sessionIdOf);
    res.set('Cache-Control', 'no-store').json({
      sessions: await listUserSessions(context, userEntityRef, currentIds),
    });
  });

  router.delete(`${USER_SESSIONS_PATH}/:id`, async (req, res) => {
    await revokeUserSession(context, await requireUser(req), req.params.id);
    res.status(204).end();
  });

  router.delete(USER_SESSIONS_PATH, async (req, res) => {
    const userEntityRef = await requireUser(req);
    await revokeUserSessions(context, userEntityRef, options.readSealed(req));
    res.status(204).end();
  });

  router.use(BASE_PATH, sessionErrorHeaders);
  return router;
}

function parse(body: unknown): { environment: string } {
  const { data } = environmentBody.safeParse(body);
  if (!data) {
    throw new InputError(
      'The body must name the auth environment: { "environment": "…" }',
    );
  }
  return data;
}
