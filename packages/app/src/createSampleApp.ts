import { createApp } from '@backstage/frontend-defaults';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import kubernetesPlugin from '@backstage/plugin-kubernetes/alpha';
import userSettingsPlugin from '@backstage/plugin-user-settings/alpha';
import spectroCloudPlugin from '@terasky/backstage-plugin-spectrocloud';
import { spectroCloudAuthPlugin } from '@terasky/backstage-plugin-spectrocloud-auth';
import { spectroCloudSignInPageModule } from '@terasky/backstage-plugin-spectrocloud-auth/sign-in-page';
import { spectroCloudUserSettingsModule } from '@terasky/backstage-plugin-spectrocloud-auth/user-settings';
import { spectroCloudKubernetesAuthModule } from '@terasky/backstage-plugin-spectrocloud-kubernetes-auth-module';
import { layoutModule } from './layout';
import { navModule } from './nav';

/** The sample app: Palette for sign-in, its pages, the catalog and Kubernetes. */
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
      kubernetesPlugin,
      spectroCloudKubernetesAuthModule,
      userSettingsPlugin,
    ],
  });
}
