import { type Config, ConfigReader } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';

const KNOWN = [
  'enabled',
  'refreshIntervalSeconds',
  'defaultOwner',
  'ownerNamespace',
  'includeProjects',
  'excludeProjects',
  'excludeTenantScopedResources',
  'resources',
];
const KINDS = ['projects', 'clusters', 'clusterProfiles'];
const RUN_LIMIT_SECONDS = 300;
const INITIAL_DELAY_SECONDS = 15;

/**
 * The keys that other Palette plugins read at the environment itself, as this
 * provider's own keys.
 *
 * @returns undefined where there are none, or they switch the provider off
 * @throws `InputError` for keys that mean nothing here, with the one that does
 */
export function readFormerKeys(
  environment: Config,
  index: number,
): Config | undefined {
  const key = `spectrocloud.environments[${index}].catalogProvider`;
  const former = environment.getOptionalConfig('catalogProvider');
  if (!former || former.getOptionalBoolean('enabled') === false) {
    return undefined;
  }
  refuseOthers(former, KNOWN, key);
  const resources = former.getOptionalConfig('resources');
  if (resources) refuseOthers(resources, KINDS, `${key}.resources`);
  const seconds = former.getOptionalNumber('refreshIntervalSeconds');
  const data: JsonObject = {
    owners: without({
      default: former.getOptionalString('defaultOwner'),
      namespace: former.getOptionalString('ownerNamespace'),
    }),
    projects: without({
      include: former.getOptionalStringArray('includeProjects'),
      exclude: former.getOptionalStringArray('excludeProjects'),
    }),
    tenantScope: !former.getOptionalBoolean('excludeTenantScopedResources'),
    kinds: without({
      projects: resources?.getOptionalBoolean('projects'),
      clusters: resources?.getOptionalBoolean('clusters'),
      profiles: resources?.getOptionalBoolean('clusterProfiles'),
    }),
  };
  if (seconds !== undefined) {
    data.schedule = {
      frequency: { seconds },
      timeout: { seconds: RUN_LIMIT_SECONDS },
      initialDelay: { seconds: INITIAL_DELAY_SECONDS },
    };
  }
  return new ConfigReader(data, key);
}

function refuseOthers(config: Config, known: string[], key: string): void {
  const other = config.keys().find(name => !known.includes(name));
  if (other !== undefined) {
    throw new InputError(
      `${key}.${other} means nothing here; the keys of catalog.providers.spectrocloud take its place`,
    );
  }
}

function without(
  values: Record<string, string | string[] | boolean | undefined>,
): JsonObject {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  );
}
