import { createBackend } from '@backstage/backend-defaults';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import authModuleSpectroCloudProvider from '../src';

/**
 * Sign-in alone, with the repository's `app-config.yaml`: it wants the simulated Palette
 * at its address there. The catalog is made up of one user, whom the simulator knows.
 */
const backend = createBackend();

backend.add(import('../src/coreServices'));
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(authModuleSpectroCloudProvider);
backend.add(
  catalogServiceMock.factory({
    entities: [
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'User',
        metadata: { name: 'ada', namespace: 'default' },
        spec: { profile: { email: 'ada.admin@spectro.example' } },
      },
    ],
  }),
);

backend.start();
