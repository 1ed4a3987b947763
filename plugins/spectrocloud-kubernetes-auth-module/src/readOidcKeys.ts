import type { ConfigApi } from '@backstage/core-plugin-api';

const DEFAULT_KEY = 'spectrocloud';
const DEFAULT_ENVIRONMENT = 'development';

/**
 * The keys that clusters of Palette name in `oidcTokenProvider`, as the backend module has
 * them, each with its auth environment; undefined is the one that signs users in.
 */
export function readOidcKeys(
  config: ConfigApi | undefined,
): Map<string, string | undefined> {
  const keys = new Map<string, string | undefined>();
  const signsIn =
    config?.getOptionalString('auth.environment') ?? DEFAULT_ENVIRONMENT;
  for (const palette of config?.getOptionalConfigArray(
    'spectrocloud.environments',
  ) ?? []) {
    const environment = palette.getOptionalString('authEnvironment') ?? signsIn;
    const isDefault = environment === signsIn;
    const key =
      palette.getOptionalString('clusterProvider.oidcAuthProviderName') ??
      (isDefault ? DEFAULT_KEY : `${DEFAULT_KEY}-${environment}`.toLowerCase());
    // Where two Palettes share a key, they have to share its issuer.
    if (!keys.has(key)) keys.set(key, isDefault ? undefined : environment);
  }
  return keys;
}
