import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  isSpectroCloudEnabled,
  readPaletteEnvironments,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import type { ClusterProviderConfig } from './ClusterProviderConfig';

const ENVIRONMENTS = 'spectrocloud.environments';
const DEFAULT_TOKEN_PROVIDER = 'spectrocloud';
const DEFAULT_AUTH_ENVIRONMENT = 'development';
const DEFAULT_REFRESH_SECONDS = 60;
const DEFAULT_TIMEOUT_SECONDS = 10;
/** It becomes part of a header's name, which Node gives in lower case. */
const TOKEN_PROVIDER = /^[a-z][a-z0-9_-]*$/;
const KNOWN_KEYS = [
  'enabled',
  'authType',
  'oidcAuthProviderName',
  'includeProjects',
  'excludeProjects',
  'excludeTenantScopedClusters',
  'includeTags',
  'excludeTags',
  'includeStates',
  'unusableClusters',
  'skipMetricsLookup',
  'refreshIntervalSeconds',
  'clusterTimeoutSeconds',
];

/**
 * The Palettes whose clusters the Kubernetes plugin shows: all, but those whose
 * `clusterProvider.enabled` is false.
 *
 * @throws `InputError` that names the key at fault
 */
export function readClusterProviders(config: Config): ClusterProviderConfig[] {
  if (!isSpectroCloudEnabled(config)) return [];
  const environments = readPaletteEnvironments(config);
  const entries = config.getOptionalConfigArray(ENVIRONMENTS) ?? [];
  const signsIn =
    config.getOptionalString('auth.environment') ?? DEFAULT_AUTH_ENVIRONMENT;
  return environments.flatMap(({ name: instance, authEnvironment }, index) => {
    const key = `${ENVIRONMENTS}[${index}].clusterProvider`;
    const block = entries[index].getOptionalConfig('clusterProvider');
    if (block) refuseOthers(block, key);
    if (block?.getOptionalBoolean('enabled') === false) return [];
    const isInCatalog =
      config.has(`catalog.providers.spectrocloud.${instance}`) ||
      isEnabled(entries[index].getOptionalConfig('catalogProvider'));
    const byProject =
      environments.length > 1
        ? 'instance-project-and-name'
        : 'project-and-name';
    return [
      {
        instance,
        authEnvironment,
        clientId: config.getOptionalString(
          `auth.providers.spectrocloud.${authEnvironment}.clientId`,
        ),
        oidcTokenProvider: readTokenProvider(
          block,
          key,
          authEnvironment === signsIn
            ? DEFAULT_TOKEN_PROVIDER
            : `${DEFAULT_TOKEN_PROVIDER}-${authEnvironment}`.toLowerCase(),
        ),
        names: isInCatalog ? 'entity' : byProject,
        ...readSelection(block, key),
        skipMetricsLookup:
          block?.getOptionalBoolean('skipMetricsLookup') ?? true,
        refreshIntervalMs: readMs(
          block,
          key,
          'refreshIntervalSeconds',
          DEFAULT_REFRESH_SECONDS,
        ),
        clusterTimeoutMs: readMs(
          block,
          key,
          'clusterTimeoutSeconds',
          DEFAULT_TIMEOUT_SECONDS,
        ),
      },
    ];
  });
}

function isEnabled(block: Config | undefined): boolean {
  return Boolean(block) && block?.getOptionalBoolean('enabled') !== false;
}

function refuseOthers(block: Config, key: string): void {
  const authType = block.getOptionalString('authType') ?? 'oidc';
  if (authType === 'serviceAccount' || block.has('rbac')) {
    throw new InputError(
      `${key}.${block.has('rbac') ? 'rbac' : 'authType'}: this module makes itself no service account, with which everybody would have an administrator's rights in each cluster; users sign in there as themselves. Remove the key, or set authType: oidc`,
    );
  }
  if (authType !== 'oidc') {
    throw new InputError(`${key}.authType must be oidc, not '${authType}'`);
  }
  const other = block.keys().find(name => !KNOWN_KEYS.includes(name));
  if (other !== undefined) {
    throw new InputError(
      `${key}.${other} means nothing here; there are ${KNOWN_KEYS.join(', ')}`,
    );
  }
}

function readTokenProvider(
  block: Config | undefined,
  key: string,
  fallback: string,
): string {
  const name = block?.getOptionalString('oidcAuthProviderName') ?? fallback;
  if (!TOKEN_PROVIDER.test(name)) {
    throw new InputError(
      `${key}.oidcAuthProviderName must have lower-case letters, digits, - and _ only, since it becomes part of a header's name; '${name}' has others`,
    );
  }
  return name;
}

function readSelection(block: Config | undefined, key: string) {
  const list = (name: string) => block?.getOptionalStringArray(name) ?? [];
  /** The public plugins take an empty list for all. */
  const included = (name: string) =>
    list(name).length > 0 ? new Set(list(name)) : undefined;
  const unusable = block?.getOptionalString('unusableClusters') ?? 'hide';
  if (unusable !== 'hide' && unusable !== 'show') {
    throw new InputError(`${key}.unusableClusters must be hide or show`);
  }
  return {
    includeProjects: included('includeProjects'),
    excludeProjects: new Set(list('excludeProjects')),
    excludeTenantScopedClusters:
      block?.getOptionalBoolean('excludeTenantScopedClusters') ?? false,
    includeTags: included('includeTags'),
    excludeTags: new Set(list('excludeTags')),
    includeStates: included('includeStates'),
    unusableClusters: unusable as 'hide' | 'show',
  };
}

function readMs(
  block: Config | undefined,
  key: string,
  name: string,
  fallbackSeconds: number,
): number {
  const seconds = block?.getOptionalNumber(name) ?? fallbackSeconds;
  if (!(seconds > 0)) {
    throw new InputError(`${key}.${name} must be a number of seconds above 0`);
  }
  return seconds * 1000;
}
