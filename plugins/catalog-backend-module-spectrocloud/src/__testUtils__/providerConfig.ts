import {
  KINDS,
  OPT_IN_KINDS,
  type ProviderConfig,
} from '../config/ProviderConfig';

/** The defaults, of a Palette `demo`. */
export function providerConfig(
  changed: Partial<ProviderConfig> = {},
): ProviderConfig {
  return {
    instance: 'demo',
    authEnvironment: 'development',
    annotationPrefix: 'terasky.backstage.io',
    schedule: { frequency: { minutes: 10 }, timeout: { minutes: 5 } },
    namespace: 'default',
    owners: {
      tag: 'owner',
      namespace: 'default',
      default: 'group:default/palette',
    },
    projects: { exclude: [] },
    tags: { exclude: [] },
    users: { exclude: [] },
    tenantScope: true,
    kinds: new Set(KINDS.filter(kind => !OPT_IN_KINDS.includes(kind))),
    maxRemovedShare: 0.5,
    notifications: new Set(),
    ...changed,
  };
}
