import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  isPermission,
} from '@backstage/plugin-permission-common';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { PaletteCatalogVisibility } from '@terasky/backstage-plugin-spectrocloud-node';

/** Allows everything but to see those entities of Palette that the user doesn't see there. */
export const policy = createBackendModule({
  pluginId: 'permission',
  moduleId: 'policy',
  register(env) {
    env.registerInit({
      deps: {
        policies: policyExtensionPoint,
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        logger: coreServices.logger,
      },
      async init({ policies, ...services }) {
        const palette = PaletteCatalogVisibility.create(services);
        policies.setPolicy({
          async handle({ permission }, user) {
            return isPermission(permission, catalogEntityReadPermission)
              ? palette.decide(user)
              : { result: AuthorizeResult.ALLOW };
          },
        });
      },
    });
  },
});
