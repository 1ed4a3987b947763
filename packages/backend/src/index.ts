import { createBackend } from '@backstage/backend-defaults';
import { policy } from './policy';

const backend = createBackend();

// The HTTP server, database and authentication of requests that sign-in with Palette wants.
backend.add(
  import('@terasky/backstage-plugin-spectrocloud-auth-backend/coreServices'),
);

// Sign-in: the auth plugin and the Palette provider.
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@terasky/backstage-plugin-spectrocloud-auth-backend'));

// The Palette API as the signed-in user.
backend.add(import('@terasky/backstage-plugin-spectrocloud-backend'));

// Holds the User entities that the sign-in resolvers look up.
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));

// Palette's clusters, projects and profiles as entities, seen by those who see them there.
backend.add(
  import('@terasky/backstage-plugin-catalog-backend-module-spectrocloud'),
);
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(policy);

backend.add(import('@backstage/plugin-app-backend'));
backend.add(import('@backstage/plugin-kubernetes-backend'));
// Palette's clusters in it, each user's own.
backend.add(
  import('@terasky/backstage-plugin-kubernetes-backend-module-spectrocloud'),
);
backend.add(import('@backstage/plugin-mcp-actions-backend'));
backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
// Actions that create clusters, as the user who runs a template.
backend.add(
  import('@terasky/backstage-plugin-scaffolder-backend-module-spectrocloud'),
);
backend.add(import('@backstage/plugin-user-settings-backend'));

backend.start();
