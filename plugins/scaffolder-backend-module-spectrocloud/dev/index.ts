import { createBackend } from '@backstage/backend-defaults';
import scaffolderModuleSpectroCloud from '../src';

/**
 * The scaffolder with these actions, and what signs users in, with the repository's
 * `app-config.yaml`: it wants the simulated Palette at its address there. Templates come with
 * the request: `POST /api/scaffolder/v2/dry-run`, with a signed-in user's token.
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
backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(scaffolderModuleSpectroCloud);

backend.start();
