import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { OTHER_ANNOTATION_PREFIX } from '@terasky/backstage-plugin-spectrocloud-common';
import { type Condition, CONDITIONS } from '../notifications/clusterConditions';
import { readFormerKeys } from './readFormerKeys';
import {
  type Kind,
  KINDS,
  OPT_IN_KINDS,
  type ProviderConfig,
  type Selection,
} from './ProviderConfig';

const PROVIDERS = 'catalog.providers.spectrocloud';
const DEFAULT_OWNER = 'group:default/palette';
/** The spectrocloud plugin of the same backend may start a little later. */
const DEFAULT_SCHEDULE = {
  frequency: { minutes: 10 },
  timeout: { minutes: 5 },
  // A new catalog is filled by all providers at once: whom another one brings has to be there first.
  initialDelay: { seconds: 15 },
};
const KNOWN_KEYS = [
  'schedule',
  'namespace',
  'owners',
  'projects',
  'tenantScope',
  'tags',
  'users',
  'kinds',
  'maxRemovedShare',
  'notifications',
];

/**
 * The Palettes that become entities.
 *
 * @throws `InputError` that names the key at fault
 */
export function readProviderConfigs(config: Config): ProviderConfig[] {
  if (config.getOptionalBoolean('spectrocloud.enabled') === false) return [];
  const environments =
    config.getOptionalConfigArray('spectrocloud.environments') ?? [];
  const providers = config.getOptionalConfig(PROVIDERS);
  const names = environments.map(environment => environment.getString('name'));
  const unknown = providers?.keys().find(key => !names.includes(key));
  if (unknown !== undefined) {
    throw new InputError(
      `${PROVIDERS}.${unknown}: spectrocloud.environments has no entry of this name (it has ${names.map(name => `'${name}'`).join(', ') || 'none'})`,
    );
  }
  const annotationPrefix = readAnnotationPrefix(config);
  return environments.flatMap((environment, index) => {
    const instance = names[index];
    const key = `${PROVIDERS}.${instance}`;
    const own = providers?.getOptionalConfig(instance);
    const former = readFormerKeys(environment, index);
    if (own && former) {
      throw new InputError(
        `${key} and spectrocloud.environments[${index}].catalogProvider say the same: keep the former`,
      );
    }
    const read = own ?? former;
    if (!read) return [];
    if (!environment.getOptionalString('apiToken')) {
      throw new InputError(
        `${own ? key : `spectrocloud.environments[${index}].catalogProvider`} needs spectrocloud.environments[${index}].apiToken: an API key of a Palette service account, with which the catalog is filled`,
      );
    }
    const consoleUrl = environment
      .getOptionalString('consoleUrl')
      ?.replace(/\/+$/, '');
    return [
      {
        instance,
        authEnvironment:
          environment.getOptionalString('authEnvironment') ??
          config.getOptionalString('auth.environment') ??
          'development',
        consoleUrl,
        annotationPrefix,
        ...readProvider(read, key),
      },
    ];
  });
}

function readAnnotationPrefix(config: Config): string {
  const given = config.getOptionalString('spectrocloud.annotationPrefix');
  return given?.replace(/\/+$/, '') || OTHER_ANNOTATION_PREFIX;
}

function readSchedule(config: Config): SchedulerServiceTaskScheduleDefinition {
  const given = readSchedulerServiceTaskScheduleDefinitionFromConfig(config);
  const { initialDelay = DEFAULT_SCHEDULE.initialDelay } = given;
  return { ...given, initialDelay };
}

function readProvider(
  config: Config,
  key: string,
): Omit<
  ProviderConfig,
  'instance' | 'authEnvironment' | 'consoleUrl' | 'annotationPrefix'
> {
  const misspelt = config.keys().find(name => !KNOWN_KEYS.includes(name));
  if (misspelt !== undefined) {
    throw new InputError(
      `${key}.${misspelt} is no key of this provider; it has ${KNOWN_KEYS.join(', ')}`,
    );
  }
  const ownersNamespace =
    config.getOptionalString('owners.namespace') ?? 'default';
  return {
    schedule: config.has('schedule')
      ? readSchedule(config.getConfig('schedule'))
      : DEFAULT_SCHEDULE,
    namespace: config.getOptionalString('namespace') ?? 'default',
    owners: {
      tag: config.getOptionalString('owners.tag') ?? 'owner',
      namespace: ownersNamespace,
      default: readOwner(
        config.getOptionalString('owners.default') ?? DEFAULT_OWNER,
        ownersNamespace,
        `${key}.owners.default`,
      ),
    },
    projects: readSelection(config.getOptionalConfig('projects')),
    tags: readSelection(config.getOptionalConfig('tags')),
    users: toLowerCase(readSelection(config.getOptionalConfig('users'))),
    tenantScope: config.getOptionalBoolean('tenantScope') ?? true,
    kinds: readKinds(config.getOptionalConfig('kinds'), `${key}.kinds`),
    maxRemovedShare: readShare(config, key),
    notifications: readNotifications(
      config.getOptionalConfig('notifications'),
      `${key}.notifications`,
    ),
  };
}

function readOwner(text: string, namespace: string, key: string): string {
  try {
    return stringifyEntityRef(
      parseEntityRef(text, {
        defaultKind: 'group',
        defaultNamespace: namespace,
      }),
    );
  } catch {
    throw new InputError(
      `${key} must be the reference of an entity, as 'group:default/platform'`,
    );
  }
}

function readSelection(config: Config | undefined): Selection {
  return {
    include: config?.getOptionalStringArray('include'),
    exclude: config?.getOptionalStringArray('exclude') ?? [],
  };
}

function toLowerCase({ include, exclude }: Selection): Selection {
  const lower = (names: string[]) => names.map(name => name.toLowerCase());
  return { include: include && lower(include), exclude: lower(exclude) };
}

function readKinds(config: Config | undefined, key: string): Set<Kind> {
  const misspelt = config
    ?.keys()
    .find(name => !KINDS.some(kind => kind === name));
  if (misspelt !== undefined) {
    throw new InputError(
      `${key}.${misspelt} is no kind; there are ${KINDS.join(', ')}`,
    );
  }
  return new Set(
    KINDS.filter(
      kind => config?.getOptionalBoolean(kind) ?? !OPT_IN_KINDS.includes(kind),
    ),
  );
}

function readNotifications(
  config: Config | undefined,
  key: string,
): Set<Condition> {
  const misspelt = config
    ?.keys()
    .find(name => !CONDITIONS.some(condition => condition === name));
  if (misspelt !== undefined) {
    throw new InputError(
      `${key}.${misspelt} is nothing that owners are told of; there are ${CONDITIONS.join(', ')}`,
    );
  }
  return new Set(
    CONDITIONS.filter(condition => config?.getOptionalBoolean(condition)),
  );
}

function readShare(config: Config, key: string): number {
  const share = config.getOptionalNumber('maxRemovedShare') ?? 0.5;
  if (!(share > 0 && share <= 1)) {
    throw new InputError(
      `${key}.maxRemovedShare must be above 0 and at most 1, as 0.5 for half of the entities`,
    );
  }
  return share;
}

/**
 * Whether the `spectrocloud` plugin serves this one with an API key, by the configuration
 * of this backend: that of a backend of its own may say something else.
 */
export function isServed(config: Config): boolean {
  const served = config.getOptionalStringArray('spectrocloud.serviceTokenFor');
  return (
    served?.includes('catalog') ||
    config.getOptionalBoolean('spectrocloud.allowServiceTokenFallback') === true
  );
}
