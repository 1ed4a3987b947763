import type {
  AuditorService,
  AuthService,
  DatabaseService,
  DiscoveryService,
  HttpAuthService,
  LifecycleService,
  LoggerService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { NotFoundError } from '@backstage/errors';
import type { AuthProviderFactory } from '@backstage/plugin-auth-node';
import type { EventsService } from '@backstage/plugin-events-node';
import { SPECTROCLOUD_PLUGIN_ID } from '@terasky/backstage-plugin-spectrocloud-common';
import {
  Keyring,
  checkDatabaseClient,
  createPaletteDispatcher,
  durationHistogram,
  isSpectroCloudEnabled,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import type { Router } from 'express';
import type { EnvironmentConfig } from './config/EnvironmentConfig';
import { readProviderConfig } from './config/readProviderConfig';
import { LoginCookies } from './login/LoginCookies';
import { RelyingParty } from './oidc/RelyingParty';
import { fetchThrough } from './oidc/paletteFetch';
import { ClientAddresses } from './provider/ClientAddresses';
import { LoginJournal } from './provider/LoginJournal';
import { MissingUsers } from './provider/MissingUsers';
import type { ServedEnvironment } from './provider/ProviderContext';
import { readHandle, sameSiteOf } from './provider/SessionCookies';
import { createRedemptionQueues } from './provider/createRedemptionQueues';
import { handleCallback } from './provider/handleCallback';
import { handleLogout } from './provider/handleLogout';
import { handleRefresh } from './provider/handleRefresh';
import { handleStart } from './provider/handleStart';
import {
  type SessionCookieSettings,
  sessionCookieSettings,
} from './provider/sessionCookieSettings';
import { readCookie } from './readRequest';
import { OwnerResolvers } from './resolvers/OwnerResolvers';
import { createSignInResolver } from './resolvers/createSignInResolver';
import {
  PendingConnections,
  type SessionEnvironment,
  connectTicketCookie,
  createSessions,
} from './session';

/** The services that the provider is built from. */
export interface ProviderServices {
  auditor: AuditorService;
  auth: AuthService;
  config: RootConfigService;
  database: DatabaseService;
  discovery: DiscoveryService;
  events: EventsService;
  httpAuth: HttpAuthService;
  lifecycle: LifecycleService;
  logger: LoggerService;
  metrics: MetricsService;
  scheduler: SchedulerService;
}

function toSessionEnvironment(
  environment: EnvironmentConfig,
  cookies: SessionCookieSettings,
  appUrl: string,
): SessionEnvironment {
  return {
    name: environment.name,
    issuer: environment.issuer,
    hasResolvers: environment.resolvers.length > 0,
    timeoutMs: environment.timeoutMs,
    sessionDurationMs: environment.sessionDurationMs,
    sessionIdleTimeoutMs: environment.sessionIdleTimeoutMs,
    maxSessionsPerUser: environment.maxSessionsPerUser,
    revokeOnSignOut: environment.revokeOnSignOut,
    cookie: {
      apiTokenName: cookies.apiTokenName,
      apiTokenPath: cookies.apiTokenPath,
      domain: cookies.apiTokenDomain,
      secure: cookies.secure,
      sameSite: sameSiteOf(cookies, appUrl),
      authPath: cookies.path,
    },
  };
}

/**
 * Builds the provider and the routes that belong to its sessions.
 *
 * @returns undefined when it is switched off or not configured
 * @throws InputError, one sentence, when it is configured wrongly
 */
export async function createProvider(
  services: ProviderServices,
): Promise<{ factory: AuthProviderFactory; router: Router } | undefined> {
  const { config, logger, httpAuth } = services;
  if (!isSpectroCloudEnabled(config)) {
    logger.info(
      'The auth provider spectrocloud is switched off (spectrocloud.enabled: false)',
    );
    return undefined;
  }
  const authBaseUrl = await services.discovery.getExternalBaseUrl('auth');
  const providerConfig = readProviderConfig({ config, authBaseUrl });
  if (!providerConfig) {
    logger.info(
      'The auth provider spectrocloud is not configured (auth.providers.spectrocloud)',
    );
    return undefined;
  }
  checkDatabaseClient(config);
  providerConfig.warnings.forEach(warning => logger.warn(warning));

  const callDuration = durationHistogram(
    services.metrics,
    'spectrocloud.palette.call.duration',
    'Calls to Palette, by prefix and status',
  );
  const appUrl = config.getString('app.baseUrl');
  const { pathname: apiTokenPath } = new URL(
    await services.discovery.getExternalBaseUrl(SPECTROCLOUD_PLUGIN_ID),
  );
  const queues = createRedemptionQueues(providerConfig.environments);
  const served = providerConfig.environments.map(
    (environment): ServedEnvironment => {
      // The auth plugin would report wrong options later and less clearly.
      const resolveUser = createSignInResolver(environment, logger);
      const redemptions = queues.get(environment.name);
      const fetch = fetchThrough(createPaletteDispatcher(environment));
      return {
        config: environment,
        binding: resolveUser ? 'sign-in' : 'connect',
        resolveUser,
        redemptions,
        relyingParty: new RelyingParty({
          environment,
          logger,
          callDuration,
          fetch: redemptions?.counting(fetch) ?? fetch,
        }),
        cookies: sessionCookieSettings(environment, apiTokenPath),
        connectTicketName: connectTicketCookie(environment.name),
      };
    },
  );
  const environments = new Map(served.map(one => [one.config.name, one]));

  const relyingPartyOf = (name: string): RelyingParty => {
    const environment = environments.get(name);
    if (!environment) {
      throw new NotFoundError(`Environment '${name}' is not served`);
    }
    return environment.relyingParty;
  };

  const keyring = Keyring.fromConfig(config, { logger });
  const owners = new OwnerResolvers();
  const { sessions, router, connectTickets, loginStates } = createSessions({
    services,
    config,
    keyring,
    callDuration,
    environments: served.map(one =>
      toSessionEnvironment(one.config, one.cookies, appUrl),
    ),
    renewIdToken: ({ environment, subject, ...renewal }) =>
      relyingPartyOf(environment).refresh({ ...renewal, ...subject }),
    revokeRefreshToken: ({ environment, ...revocation }) =>
      relyingPartyOf(environment).revoke(revocation),
    resolveOwner: owners.resolve,
    readHandles: req =>
      served.flatMap(({ cookies }) => readHandle(req, cookies) ?? []),
    readSealed: req =>
      served.flatMap(
        ({ cookies }) =>
          readCookie(req, cookies.sealedName) ??
          readCookie(req, cookies.apiTokenName) ??
          [],
      ),
  });
  const shared = {
    environments,
    sessions,
    missingUsers: new MissingUsers({ ...services, sessions }),
    pendingConnections: new PendingConnections({ sessions }),
    connectTickets,
    loginStates,
    loginCookies: new LoginCookies({
      sealer: keyring,
      attributes: new Map(served.map(one => [one.config.name, one.cookies])),
    }),
    clientAddresses: new ClientAddresses(config, logger),
    journal: new LoginJournal(services),
    httpAuth,
    logger,
  };

  const factory: AuthProviderFactory = ({
    isOriginAllowed,
    resolverContext,
    ...auth
  }) => {
    const app = { appUrl: auth.appUrl, isOriginAllowed };
    const context = { ...shared, app, resolverContext };
    served.forEach(({ config: { name }, resolveUser }) => {
      if (resolveUser) {
        owners.add(name, resolveUser, resolverContext);
      }
    });
    return {
      start: handleStart.bind(undefined, context),
      frameHandler: handleCallback.bind(undefined, context),
      refresh: handleRefresh.bind(undefined, context),
      logout: handleLogout.bind(undefined, context),
    };
  };
  return { factory, router };
}
