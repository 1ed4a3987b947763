import '@backstage/ui/css/styles.css';
import { createApp } from '@backstage/frontend-defaults';
import { spectroCloudAuthPlugin } from '@terasky/backstage-plugin-spectrocloud-auth';
import { spectroCloudSignInPageModule } from '@terasky/backstage-plugin-spectrocloud-auth/sign-in-page';
import ReactDOM from 'react-dom/client';
import { spectroCloudPlugin } from '../src';

/** The plugin alone, with what it needs to sign in. */
const app = createApp({
  features: [
    spectroCloudPlugin,
    spectroCloudAuthPlugin,
    spectroCloudSignInPageModule,
  ],
});

ReactDOM.createRoot(document.getElementById('root')!).render(app.createRoot());
