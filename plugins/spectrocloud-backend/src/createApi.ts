import type {
  AuditorService,
  AuthService,
  DatabaseService,
  HttpAuthService,
  LoggerService,
  PermissionsService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { EventsService } from '@backstage/plugin-events-node';
import {
  Keyring,
  readPaletteEnvironments,
  type SpectroCloudTokenService,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { DryRunClaims } from './actions/writing/DryRunClaims';
import { DryRunTokens } from './actions/writing/DryRunTokens';
import type { WritingDeps } from './actions/writing/WriteAction';
import { OwnTokenCheck } from './caller/OwnTokenCheck';
import { readSpectroCloudConfig } from './config';
import { PluginDatabase } from './database/PluginDatabase';
import { YamlReader } from './kubeconfig/YamlReader';
import { AccessTable } from './kubernetes/AccessTable';
import { KubernetesAccessStore } from './kubernetes/KubernetesAccessStore';
import { PaletteLimiter } from './limits/PaletteLimiter';
import { createPaletteMetrics } from './metrics';
import { PaletteInstances } from './palette/PaletteInstances';
import { DecisionCache } from './permissions/DecisionCache';
import { PermissionGate } from './permissions/PermissionGate';
import type { ReaderDeps } from './reads/PaletteReader';
import { ReadCache } from './reads/ReadCache';
import { createRouter } from './router/createRouter';

/** The services that the API is made of. */
export interface ApiDeps {
  auditor: AuditorService;
  auth: AuthService;
  config: RootConfigService;
  database: DatabaseService;
  events: EventsService;
  httpAuth: HttpAuthService;
  logger: LoggerService;
  metrics: MetricsService;
  permissions: PermissionsService;
  tokens: SpectroCloudTokenService;
}

/** Puts the parts of the plugin together. */
export function createApi(deps: ApiDeps) {
  const {
    auditor,
    auth,
    config,
    events,
    httpAuth,
    logger,
    permissions,
    tokens,
  } = deps;
  const settings = readSpectroCloudConfig(config);
  const { serviceTokenFor, limits, callTimeoutMs } = settings;
  const metrics = createPaletteMetrics(deps.metrics);
  const limiter = new PaletteLimiter({ limits, metrics });
  const cache = new ReadCache({ metrics });
  if (
    (serviceTokenFor === 'every service' || serviceTokenFor.size > 0) &&
    !readPaletteEnvironments(config).some(({ apiToken }) => apiToken)
  ) {
    logger.warn(
      `spectrocloud.${serviceTokenFor === 'every service' ? 'allowServiceTokenFallback' : 'serviceTokenFor'} has no effect: no entry of spectrocloud.environments has an apiToken`,
    );
  }
  const instances = PaletteInstances.fromConfig(config, {
    limiter,
    metrics,
    logger,
    callTimeoutMs,
  });
  const decisions = new DecisionCache({ ttlMs: settings.permissionTtlMs });
  const gate = new PermissionGate({
    permissions,
    logger,
    decisions,
    enabled: settings.enablePermissions,
  });
  const readers: ReaderDeps = {
    auth,
    auditor,
    tokens,
    ownTokens: new OwnTokenCheck(),
    serviceTokenFor,
    instances,
    cache,
    logger,
    listTtlMs: settings.listTtlMs,
    requestTimeoutMs: settings.requestTimeoutMs,
  };
  const yaml = YamlReader.create();
  const database = new PluginDatabase({ database: deps.database, logger });
  const table = new AccessTable({ database, logger });
  const kubernetes = new KubernetesAccessStore({ yaml, logger, table });
  const router = createRouter({
    httpAuth,
    auditor,
    events,
    gate,
    yaml,
    kubernetes,
    readers,
  });
  const operations = settings.actionWrites;
  const writing: WritingDeps | undefined =
    operations.size > 0
      ? {
          operations,
          auditor,
          events,
          tokens: new DryRunTokens({
            // All replicas have the keys, so each takes the tokens of the others.
            keyring: Keyring.fromConfig(config, { logger }),
            claims: new DryRunClaims({ database, logger }),
          }),
        }
      : undefined;
  return { router, cache, decisions, gate, readers, writing };
}
