import { createApp } from '@backstage/frontend-defaults';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import kubernetesPlugin from '@backstage/plugin-kubernetes/alpha';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';
import userSettingsPlugin from '@backstage/plugin-user-settings/alpha';
import scaffolderSpectroCloudModule from '@terasky/backstage-plugin-scaffolder-module-spectrocloud';
import spectroCloudPlugin from '@terasky/backstage-plugin-spectrocloud';
import { spectroCloudAuthPlugin } from '@terasky/backstage-plugin-spectrocloud-auth';
import { spectroCloudSignInPageModule } from '@terasky/backstage-plugin-spectrocloud-auth/sign-in-page';
import { spectroCloudUserSettingsModule } from '@terasky/backstage-plugin-spectrocloud-auth/user-settings';
import { spectroCloudKubernetesAuthModule } from '@terasky/backstage-plugin-spectrocloud-kubernetes-auth-module';
import { layoutModule } from './layout';
import { navModule } from './nav';

/** The sample app: Palette for sign-in, its pages, the catalog, templates and Kubernetes. */
export function createSampleApp() {
  return createApp({
    features: [
      layoutModule,
      navModule,
      spectroCloudPlugin,
      spectroCloudAuthPlugin,
      spectroCloudSignInPageModule,
      spectroCloudUserSettingsModule,
      catalogPlugin,
      scaffolderPlugin,
      scaffolderSpectroCloudModule,
      kubernetesPlugin,
      spectroCloudKubernetesAuthModule,
      userSettingsPlugin,
    ],
  });
}
