import { SessionState } from '@backstage/frontend-plugin-api';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  spectroCloudApiRef,
  spectroCloudAuthApiRef,
  type SpectroCloudAuthApi,
} from '@terasky/backstage-plugin-spectrocloud-auth';
import type { SpectroCloudApi } from '@terasky/backstage-plugin-spectrocloud-common';
import { quietPaletteRef } from '../QuietPalette';
import { cluster, clusters, dana } from './paletteData';
import { quietPalette } from './quietPalette';

/** What a test makes different. */
export interface PaletteApiOptions {
  auth?: Partial<SpectroCloudAuthApi>;
  allowed?: (permission: string) => boolean;
  /** Of the client that never asks the user. */
  quiet?: Partial<SpectroCloudApi>;
}

/** The APIs that the pages use, which answer as given. */
export function paletteApis(
  answers: Partial<SpectroCloudApi>,
  options: PaletteApiOptions,
) {
  const api = {
    getMe: jest.fn(async () => dana),
    listProjects: jest.fn(async () => [
      { metadata: { uid: 'project-1', name: 'payments' } },
    ]),
    listClusters: jest.fn(async () => clusters(45)),
    listVirtualClusters: jest.fn(async () => []),
    listClusterMeta: jest.fn(async () => []),
    listMyProjects: jest.fn(async () => [
      { uid: 'project-1', name: 'payments', permissions: [] },
    ]),
    getCluster: jest.fn(async () => cluster),
    listClusterEvents: jest.fn(async () => []),
    listClusterNotifications: jest.fn(async () => []),
    listClusterNamespaces: jest.fn(async () => []),
    listClusterRoleBindings: jest.fn(async () => []),
    searchProfiles: jest.fn(async () => []),
    listProfileVariables: jest.fn(async () => []),
    listClusterGroups: jest.fn(async () => []),
    ...answers,
  };
  const authApi = {
    sessionState$: () => ({
      subscribe: (listener: (state: SessionState) => void) => {
        listener(SessionState.SignedIn);
        return { unsubscribe: () => {} };
      },
    }),
    ...options.auth,
  };
  const allowed = options.allowed ?? (() => true);
  const permissionApi = {
    authorize: async ({ permission }: { permission: { name: string } }) =>
      ({ result: allowed(permission.name) ? 'ALLOW' : 'DENY' }) as never,
  };
  const { palette, signIn } = quietPalette(options.quiet ?? api);
  return {
    api,
    signIn,
    pairs: [
      [spectroCloudApiRef, api as unknown as SpectroCloudApi],
      [spectroCloudAuthApiRef, authApi as unknown as SpectroCloudAuthApi],
      [permissionApiRef, permissionApi],
      [quietPaletteRef, palette],
    ] as const,
  };
}
