import { createApp } from '@backstage/frontend-defaults';
import { mockApis, registerMswTestHooks } from '@backstage/frontend-test-utils';
import { render, screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { authResponse, noSession } from './__testUtils__/fakeAuthPlugin';
import { spectroCloudAuthPlugin } from './plugin';
import {
  createSpectroCloudSignInPageModule,
  spectroCloudSignInPageModule,
} from './sign-in-page';

const REFRESH = 'http://backend/api/auth/spectrocloud/refresh';
const server = setupServer();
registerMswTestHooks(server);

function renderApp(signInPage: typeof spectroCloudSignInPageModule) {
  const config = mockApis.config({
    data: {
      app: { title: 'Portal', baseUrl: 'http://localhost' },
      backend: { baseUrl: 'http://backend' },
      auth: { environment: 'test' },
    },
  });
  const app = createApp({
    features: [spectroCloudAuthPlugin, signInPage],
    advanced: { configLoader: async () => ({ config }) },
  });
  render(app.createRoot());
}

describe('spectroCloudSignInPageModule', () => {
  it('takes the place of the sign-in page of the app', async () => {
    server.use(http.get(REFRESH, noSession));
    renderApp(spectroCloudSignInPageModule);
    expect(
      await screen.findByRole('heading', { name: 'SpectroCloud' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Sign in' })).toBeEnabled();
  });

  it('lets a user in who has a session', async () => {
    server.use(http.get(REFRESH, () => HttpResponse.json(authResponse())));
    renderApp(spectroCloudSignInPageModule);
    expect(
      await screen.findByText('PAGE NOT FOUND', { exact: false }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Sign in' })).toBeNull();
  });

  it('stands beside other providers', async () => {
    renderApp(createSpectroCloudSignInPageModule({ providers: ['guest'] }));
    expect(await screen.findByText('Guest')).toBeInTheDocument();
    expect(screen.getByText('SpectroCloud')).toBeInTheDocument();
  });
});
