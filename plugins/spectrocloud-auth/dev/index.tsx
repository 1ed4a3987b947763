import '@backstage/ui/css/styles.css';
import { createApp } from '@backstage/frontend-defaults';
import userSettingsPlugin from '@backstage/plugin-user-settings/alpha';
import ReactDOM from 'react-dom/client';
import { spectroCloudAuthPlugin } from '../src';
import { spectroCloudSignInPageModule } from '../src/sign-in-page';
import { spectroCloudUserSettingsModule } from '../src/user-settings';

/** The sign-in page, and Palette among the providers of `/settings`. */
const app = createApp({
  features: [
    spectroCloudAuthPlugin,
    spectroCloudSignInPageModule,
    userSettingsPlugin,
    spectroCloudUserSettingsModule,
  ],
});

ReactDOM.createRoot(document.getElementById('root')!).render(app.createRoot());
