import { SessionState } from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  spectroCloudApiRef,
  spectroCloudAuthApiRef,
  type SpectroCloudAuthApi,
} from '@terasky/backstage-plugin-spectrocloud-auth';
import type { SpectroCloudApi } from '@terasky/backstage-plugin-spectrocloud-common';
import { layoutModule } from '../layout';
import { palettePlugin } from '../palette';
import { cluster, clusters, dana } from './paletteData';

/** Shows a page of the Palette plugin over an API that answers as given. */
export function renderPalette(
  path: string,
  answers: Partial<SpectroCloudApi> = {},
  options: {
    auth?: Partial<SpectroCloudAuthApi>;
    allowed?: (permission: string) => boolean;
  } = {},
) {
  const api = {
    getMe: jest.fn(async () => dana),
    listProjects: jest.fn(async () => [
      { metadata: { uid: 'project-1', name: 'payments' } },
    ]),
    listClusters: jest.fn(async () => clusters(45)),
    getCluster: jest.fn(async () => cluster),
    listClusterEvents: jest.fn(async () => []),
    ...answers,
  };
  const allowed = options.allowed ?? (() => true);
  renderTestApp({
    features: [layoutModule, palettePlugin],
    apis: [
      [spectroCloudApiRef, api as unknown as SpectroCloudApi],
      [
        spectroCloudAuthApiRef,
        {
          sessionState$: () => ({
            subscribe: (listener: (state: SessionState) => void) => {
              listener(SessionState.SignedIn);
              return { unsubscribe: () => {} };
            },
          }),
          ...options.auth,
        } as unknown as SpectroCloudAuthApi,
      ],
      [
        permissionApiRef,
        {
          authorize: async ({ permission }: { permission: { name: string } }) =>
            ({ result: allowed(permission.name) ? 'ALLOW' : 'DENY' }) as never,
        },
      ],
    ],
    config: { backend: { baseUrl: 'http://backend' } },
    initialRouteEntries: [path],
  });
  return api;
}

/** Pages are loaded on demand, which takes its time in a test. */
export const PATIENT = { timeout: 20_000 };
