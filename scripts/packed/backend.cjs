/** A fresh installation's backend; copied beside its node_modules and run there. */
const { createBackend } = require('@backstage/backend-defaults');

const backend = createBackend();
backend.add(
  import('@terasky/backstage-plugin-spectrocloud-auth-backend/coreServices'),
);
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@terasky/backstage-plugin-spectrocloud-auth-backend'));
backend.add(import('@terasky/backstage-plugin-spectrocloud-backend'));
backend.start();
