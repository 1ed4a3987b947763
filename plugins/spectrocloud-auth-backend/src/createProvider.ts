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
  isSpectroCloudEnabled,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import type { Router } from 'express';
import type { EnvironmentConfig } from './config/EnvironmentConfig';
import { readProviderConfig } from './config/readProviderConfig';
import { LoginCookies } from './login/LoginCookies';
import { RelyingParty } from './oidc/RelyingParty';
import { ClientAddresses } from './provider/ClientAddresses';
import { LoginJournal } from './provider/LoginJournal';
import { cookieAttributes } from './provider/cookieAttributes';
import { apiTokenCookie } from './provider/cookieNames';
import { createProviderFactory } from './provider/createProviderFactory';
import { createRedemptionQueues } from './provider/createRedemptionQueues';
import {
  readFormerSealed,
  readHandle,
  readSealed,
} from './provider/readSessionCookies';
import { OwnerResolvers } from './resolvers/OwnerResolvers';
import { createSignInResolver } from './resolvers/createSignInResolver';
import { type SessionEnvironment, createSessions } from './session';

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
  appUrl: string,
  apiTokenPath: string,
): SessionEnvironment {
  const { path, secure, sameSite } = cookieAttributes(
    environment.callbackUrl,
    appUrl,
  );
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
      apiTokenName: apiTokenCookie(environment),
      apiTokenPath,
      domain: environment.cookieDomain,
      secure,
      sameSite,
      authPath: path,
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
  const { environments, warnings } = providerConfig;
  warnings.forEach(warning => logger.warn(warning));
  // The auth plugin would report wrong options later and less clearly.
  environments.forEach(environment =>
    createSignInResolver(environment, logger),
  );

  const callDuration = services.metrics.createHistogram(
    'spectrocloud.palette.call.duration',
    { description: 'Calls to Palette, by prefix and status', unit: 's' },
  );
  const queues = createRedemptionQueues(environments);
  const served = environments.map(environment => {
    const redemptions = queues.get(environment.name);
    const relyingParty = RelyingParty.create({
      environment,
      logger,
      callDuration,
      fetch: redemptions?.counting(globalThis.fetch),
    });
    return { environment, redemptions, relyingParty };
  });
  const appUrl = config.getString('app.baseUrl');
  const { pathname: apiTokenPath } = new URL(
    await services.discovery.getExternalBaseUrl(SPECTROCLOUD_PLUGIN_ID),
  );
  const keyring = Keyring.fromConfig(config, { logger });
  const owners = OwnerResolvers.create();
  const { sessions, router, connectTickets, loginStates } = createSessions({
    services,
    config,
    keyring,
    callDuration,
    environments: environments.map(environment =>
      toSessionEnvironment(environment, appUrl, apiTokenPath),
    ),
    renewIdToken: ({ environment: name, subject, ...renewal }) => {
      const found = served.find(({ environment }) => environment.name === name);
      if (!found) {
        throw new NotFoundError(`Environment '${name}' is not served`);
      }
      return found.relyingParty.refresh({ ...renewal, ...subject });
    },
    resolveOwner: owners.resolve,
    readHandles: req =>
      environments.flatMap(environment => readHandle(req, environment) ?? []),
    readSealed: req =>
      environments.flatMap(
        environment =>
          readSealed(req, environment) ??
          readFormerSealed(req, environment) ??
          [],
      ),
  });
  const attributesOf = (name: string) => {
    // A login may have begun before its environment was taken out of the configuration.
    const { callbackUrl } =
      environments.find(environment => environment.name === name) ??
      environments[0];
    const { path, secure } = cookieAttributes(callbackUrl, appUrl);
    return { path, secure };
  };
  const factory = createProviderFactory(served, {
    apiTokenPath,
    sessions,
    connectTickets,
    loginStates,
    loginCookies: LoginCookies.create({ sealer: keyring, attributesOf }),
    clientAddresses: ClientAddresses.fromConfig(config, logger),
    journal: LoginJournal.create(services),
    owners,
    httpAuth,
    logger,
  });
  return { factory, router };
}
