import type { ConfigApi } from '@backstage/core-plugin-api';

/**
 * Which auth environment each Palette is called with, by its name; by null for
 * requests that name none, which go to the first.
 */
export function readInstanceEnvironments(
  config: ConfigApi,
  defaultEnvironment: string,
): Map<string | null, string> {
  const instances =
    config.getOptionalConfigArray('spectrocloud.environments') ?? [];
  const environments = new Map<string | null, string>([
    [null, defaultEnvironment],
  ]);
  instances.forEach((instance, index) => {
    const environment =
      instance.getOptionalString('authEnvironment') ?? defaultEnvironment;
    environments.set(instance.getString('name'), environment);
    if (index === 0) {
      environments.set(null, environment);
    }
  });
  return environments;
}
