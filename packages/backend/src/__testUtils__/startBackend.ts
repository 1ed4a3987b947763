import { createBackend } from '@backstage/backend-defaults';
import type { BackendFeature } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import authPlugin from '@backstage/plugin-auth-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import permissionPlugin from '@backstage/plugin-permission-backend';
import allowAllPolicy from '@backstage/plugin-permission-backend-module-allow-all-policy';
import type { JsonObject } from '@backstage/types';
import authModule from '@terasky/backstage-plugin-spectrocloud-auth-backend';
import coreServicesForPalette from '@terasky/backstage-plugin-spectrocloud-auth-backend/coreServices';
import spectroCloudPlugin from '@terasky/backstage-plugin-spectrocloud-backend';
import { capturingRootLogger } from './capturingRootLogger';
import { demoUsers } from './demoUsers';
import { freePort } from './freePort';
import { mergeConfig } from './mergeConfig';
import { SecretWatch } from './SecretWatch';
import { sampleConfig, type SampleConfigOptions } from './sampleConfig';

/** A running sample backend. */
export interface RunningBackend {
  baseUrl: string;
  /** All that was logged so far, at every level. */
  logs: string[];
  /** What browsers of this backend were given and no log line may show. */
  secrets: SecretWatch;
  /** Stops it. @throws when a log line gave a token, a code, a cookie or an e-mail away. */
  stop(): Promise<void>;
}

/**
 * Starts the sample backend as it is in production: real services on a real
 * port. Only the catalog is replaced, by the demo's users.
 */
export async function startBackend(
  options: Omit<SampleConfigOptions, 'port'> & {
    port?: number;
    /** Merged over the demo's configuration. */
    config?: JsonObject;
    /** Further or replacing features. */
    features?: BackendFeature[];
    /** What to leave out: plugins, for split set-ups; the users, where there is a catalog; sign-in and Palettes of the demo, where `config` has its own. */
    without?: Array<
      | 'auth'
      | 'spectrocloud'
      | 'demo users'
      | 'allow all'
      | 'demo configuration'
    >;
  },
): Promise<RunningBackend> {
  const port = options.port ?? (await freePort());
  const { auth, spectrocloud, ...surroundings } = sampleConfig({
    ...options,
    port,
  });
  const data = mergeConfig(
    options.without?.includes('demo configuration')
      ? surroundings
      : { ...surroundings, auth, spectrocloud },
    options.config ?? {},
  );
  const logs: string[] = [];
  const secrets = new SecretWatch();
  secrets.add('backstage-demo-secret');
  const backend = createBackend();
  backend.add(capturingRootLogger(logs));
  backend.add(mockServices.rootConfig.factory({ data }));
  backend.add(coreServicesForPalette);
  if (!options.without?.includes('demo users')) {
    backend.add(catalogServiceMock.factory({ entities: demoUsers }));
  }
  backend.add(permissionPlugin);
  if (!options.without?.includes('allow all')) {
    backend.add(allowAllPolicy);
  }
  if (!options.without?.includes('auth')) {
    backend.add(authPlugin);
    backend.add(authModule);
  }
  if (!options.without?.includes('spectrocloud')) {
    backend.add(spectroCloudPlugin);
  }
  for (const feature of options.features ?? []) {
    backend.add(feature);
  }
  await backend.start();
  return {
    baseUrl: `http://localhost:${port}`,
    logs,
    secrets,
    stop: async () => {
      await backend.stop();
      const leaks = secrets.findIn(logs);
      if (leaks.length > 0) {
        throw new Error(`The backend logged secrets:\n${leaks.join('\n')}`);
      }
    },
  };
}
