import { createBackend } from '@backstage/backend-defaults';
import kubernetesModuleSpectroCloud from '../src';

/**
 * The Kubernetes plugin with each user's Palette clusters, and what signs users in, with the
 * repository's `app-config.yaml`: it wants the simulated Palette at its address there. Users and
 * components are those of `examples`.
 */
const backend = createBackend();

backend.add(
  import('@terasky/backstage-plugin-spectrocloud-auth-backend/coreServices'),
);
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@terasky/backstage-plugin-spectrocloud-auth-backend'));
backend.add(import('@terasky/backstage-plugin-spectrocloud-backend'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(
  import('@backstage/plugin-permission-backend-module-allow-all-policy'),
);
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-kubernetes-backend'));
backend.add(kubernetesModuleSpectroCloud);
backend.start();
