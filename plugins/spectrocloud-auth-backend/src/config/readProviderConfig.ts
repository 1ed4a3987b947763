import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { SPECTROCLOUD_AUTH_PROVIDER_ID } from '@terasky/backstage-plugin-spectrocloud-common';
import { readPaletteEnvironments } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import type { EnvironmentConfig } from './EnvironmentConfig';
import { providerWarnings } from './providerWarnings';
import { readEnvironmentConfig } from './readEnvironmentConfig';

const PROVIDER_KEY = `auth.providers.${SPECTROCLOUD_AUTH_PROVIDER_ID}`;
const DEFAULT_ENVIRONMENT = 'development';

/** The provider's whole configuration. */
export interface ProviderConfig {
  /** The environments that are served; every other block is not. */
  environments: EnvironmentConfig[];
  /** One sentence each, to be logged at start. */
  warnings: string[];
}

/** Names of the blocks that Palette environments take their users' tokens from. */
function readConnectedEnvironments(
  config: Config,
  blocks: string[],
): Set<string> {
  const names = readPaletteEnvironments(config).map(
    ({ authEnvironment: name }, index) => {
      if (!blocks.includes(name)) {
        throw new InputError(
          `Configuration spectrocloud.environments[${index}].authEnvironment is '${name}', for which there is no block under ${PROVIDER_KEY} (there: ${blocks.join(', ') || 'none'}); name one of the blocks or add ${PROVIDER_KEY}.${name}`,
        );
      }
      return name;
    },
  );
  return new Set(names);
}

function signInEnvironmentName(config: Config, blocks: string[]): string {
  const configured = config.getOptionalString('auth.environment');
  const name = configured ?? DEFAULT_ENVIRONMENT;
  if (!blocks.includes(name)) {
    const listed = blocks.length ? blocks.join(', ') : 'none';
    throw new InputError(
      `Configuration auth.environment is '${name}'${configured === undefined ? ' by default' : ''}, for which there is no block under ${PROVIDER_KEY} (there: ${listed}); add ${PROVIDER_KEY}.${name} or set auth.environment to one of the blocks`,
    );
  }
  return name;
}

/**
 * Reads everything that the provider is configured by.
 *
 * @returns undefined when the provider is not configured at all
 * @throws InputError, one sentence that names the key, the fault and the remedy
 */
export function readProviderConfig(options: {
  config: Config;
  /** External address of the auth plugin, `https://backstage.example/api/auth`. */
  authBaseUrl: string;
}): ProviderConfig | undefined {
  const { config, authBaseUrl } = options;
  const provider = config.getOptionalConfig(PROVIDER_KEY);
  if (!provider) {
    return undefined;
  }
  const blocks = provider.keys();
  const signIn = signInEnvironmentName(config, blocks);
  const connected = readConnectedEnvironments(config, blocks);
  const environments = blocks
    .filter(name => name === signIn || connected.has(name))
    .map(name =>
      readEnvironmentConfig({
        name,
        key: `${PROVIDER_KEY}.${name}`,
        role: name === signIn ? 'sign-in' : 'connect',
        config: provider.getConfig(name),
        authBaseUrl,
      }),
    );
  const warnings = providerWarnings({ config, provider, environments });
  return { environments, warnings };
}
