import '@backstage/ui/css/styles.css';
import { createApp } from '@backstage/frontend-defaults';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import kubernetesPlugin from '@backstage/plugin-kubernetes/alpha';
import { spectroCloudAuthPlugin } from '@terasky/backstage-plugin-spectrocloud-auth';
import { spectroCloudSignInPageModule } from '@terasky/backstage-plugin-spectrocloud-auth/sign-in-page';
import ReactDOM from 'react-dom/client';
import { spectroCloudKubernetesAuthModule } from '../src';

/** The Kubernetes tab of the catalog's components, with Palette's ID tokens. */
const app = createApp({
  features: [
    catalogPlugin,
    kubernetesPlugin,
    spectroCloudKubernetesAuthModule,
    spectroCloudAuthPlugin,
    spectroCloudSignInPageModule,
  ],
});

ReactDOM.createRoot(document.getElementById('root')!).render(app.createRoot());
