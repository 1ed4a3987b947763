import { hash } from 'node:crypto';
import { isSameEmail } from '@terasky/backstage-plugin-spectrocloud-common';
import type {
  AuditorService,
  AuthService,
  BackstageCredentials,
  BackstagePrincipalTypes,
  BackstageServicePrincipal,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import type { Request } from 'express';
import {
  type SpectroCloudSessionToken,
  type SpectroCloudTokenService,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { type CallerSession, PaletteCaller } from '../palette/PaletteCaller';
import type { PaletteInstance } from '../palette/PaletteInstances';
import type { OwnTokenCheck } from './OwnTokenCheck';

/** Of the principals of plugins; others are those of tokens that an administrator gave away. */
const PLUGIN_SUBJECT = 'plugin:';

/** What a request says about its caller, beside the credentials. Narrows, never widens. */
export interface CallerHints {
  /** `X-SpectroCloud-User-Email` */
  userEmail?: string;
  /** `X-SpectroCloud-Token` */
  ownToken?: string;
  /** By their names; among them that of the sealed session token. */
  cookies?: Partial<Record<string, string>>;
  /** Takes a cookie to send back to the caller. */
  onSetCookie?(cookie: string): void;
}

/** For whom, and what for. */
export interface CallerRequest {
  credentials: BackstageCredentials<BackstagePrincipalTypes['unknown']>;
  instance: PaletteInstance;
  hints: CallerHints;
  /** The HTTP request, for audit events. */
  request?: Request;
  /** Set where a service principal may use the environment's API token. */
  serviceToken?: { operation: string };
}

/** What callers are found out with. */
export interface CallerDeps {
  auth: AuthService;
  auditor: AuditorService;
  tokens: SpectroCloudTokenService;
  ownTokens: OwnTokenCheck;
  /** Who may read with an instance's `apiToken`: plugins by their ids, or every service. */
  serviceTokenFor: ReadonlySet<string> | 'every service';
}

/**
 * Finds out as whom Palette is called.
 *
 * @throws `ReauthenticationRequiredError` when a user has no usable session there.
 * @throws `NotAllowedError` when a header or the tenant contradicts the session, or a service may not call Palette here.
 */
export async function resolveCaller(
  request: CallerRequest,
  deps: CallerDeps,
): Promise<PaletteCaller> {
  const { credentials } = request;
  if (deps.auth.isPrincipal(credentials, 'user')) {
    return resolveUser(request, deps);
  }
  if (deps.auth.isPrincipal(credentials, 'service')) {
    return resolveService({ ...request, credentials }, deps);
  }
  throw new NotAllowedError('Palette is called for users and services only');
}

async function resolveUser(
  { credentials, instance, hints }: CallerRequest,
  { tokens, ownTokens }: CallerDeps,
): Promise<PaletteCaller> {
  const lookUp = {
    credentials,
    environment: instance.authEnvironment,
    sealedCookie: hints.cookies?.[instance.apiTokenCookie],
  };
  const take = (found: SpectroCloudSessionToken): CallerSession => {
    checkTenant(instance, found);
    checkEmail(hints, found);
    return toCallerSession(found);
  };
  const found = await tokens.getSessionToken(lookUp);
  if (found.setCookie) hints.onSetCookie?.(found.setCookie);
  const session = take(found);

  if (hints.ownToken && hints.ownToken !== found.token) {
    const { identity } = found;
    await ownTokens.check({ instance, token: hints.ownToken, identity });
    return new PaletteCaller({
      instance,
      session: {
        authorization: { kind: 'session', token: hints.ownToken },
        sessionId: `${found.sessionId} ${hash('sha256', hints.ownToken, 'base64url')}`,
        identity,
      },
      // No exchange: a token that the caller holds says nothing about the session.
    });
  }

  return new PaletteCaller({
    instance,
    session,
    exchange: async refusedToken => {
      const newer = await tokens.exchangeRefusedToken({
        ...lookUp,
        token: refusedToken,
      });
      const newerSession = take(newer);
      if (newer.setCookie) hints.onSetCookie?.(newer.setCookie);
      return newerSession;
    },
  });
}

async function resolveService(
  request: CallerRequest & {
    credentials: BackstageCredentials<BackstageServicePrincipal>;
  },
  { serviceTokenFor, auditor }: CallerDeps,
): Promise<PaletteCaller> {
  const { instance, hints, serviceToken } = request;
  if (hints.ownToken || hints.userEmail) {
    throw new NotAllowedError('A service has no Palette session');
  }
  const { subject } = request.credentials.principal;
  if (!serviceToken || !mayReadAsService(subject, serviceTokenFor)) {
    throw new NotAllowedError(
      `Palette is called as the signed-in user; services have no access to this${serviceToken ? `, unless spectrocloud.serviceTokenFor names the plugin (${subject})` : ''}`,
    );
  }
  if (!instance.apiToken) {
    throw new NotAllowedError(
      `Instance '${instance.name}' has no apiToken in spectrocloud.environments, with which a service could read`,
    );
  }
  const event = await auditor.createEvent({
    eventId: 'service-token-use',
    severityLevel: 'medium',
    request: request.request,
    meta: {
      instance: instance.name,
      operation: serviceToken.operation,
      subject,
    },
  });
  await event.success();
  return new PaletteCaller({
    instance,
    session: {
      authorization: { kind: 'apiKey', apiKey: instance.apiToken },
      sessionId: 'service',
    },
  });
}

function mayReadAsService(
  subject: string,
  serviceTokenFor: CallerDeps['serviceTokenFor'],
): boolean {
  return (
    serviceTokenFor === 'every service' ||
    (subject.startsWith(PLUGIN_SUBJECT) &&
      serviceTokenFor.has(subject.slice(PLUGIN_SUBJECT.length)))
  );
}

/** Tenants of one Palette share a host, so the host tells nothing. */
function checkTenant(
  instance: PaletteInstance,
  found: SpectroCloudSessionToken,
): void {
  const { tenant } = instance;
  const { tenantUid, tenantName } = found.identity;
  if (found.environment !== instance.authEnvironment) {
    throw new NotAllowedError(
      `Your Palette session is not for instance '${instance.name}'`,
    );
  }
  if (tenant !== undefined && tenant !== tenantUid && tenant !== tenantName) {
    throw new NotAllowedError(
      `Your Palette session belongs to another tenant than instance '${instance.name}'`,
    );
  }
}

function checkEmail(
  { userEmail }: CallerHints,
  found: SpectroCloudSessionToken,
): void {
  const { email } = found.identity;
  if (
    userEmail !== undefined &&
    userEmail !== email &&
    !isSameEmail(userEmail, email)
  ) {
    throw new NotAllowedError(
      'The Palette session belongs to another user than the client believes',
    );
  }
}

function toCallerSession(found: SpectroCloudSessionToken): CallerSession {
  return {
    authorization: { kind: 'session', token: found.token },
    sessionId: found.sessionId,
    identity: found.identity,
    expiresAt: found.expiresAt,
  };
}
