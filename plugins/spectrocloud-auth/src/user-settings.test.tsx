import { SessionState } from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import userSettingsPlugin from '@backstage/plugin-user-settings/alpha';
import { screen } from '@testing-library/react';
import { fakeAuthApi } from './__testUtils__/fakeAuthApi';
import { spectroCloudAuthApiRef } from './api/SpectroCloudAuthApi';
import { spectroCloudUserSettingsModule } from './user-settings';

describe('spectroCloudUserSettingsModule', () => {
  it('lists Palette with the providers that user settings knows', async () => {
    const { api, emit } = fakeAuthApi();
    renderTestApp({
      features: [userSettingsPlugin, spectroCloudUserSettingsModule],
      apis: [[spectroCloudAuthApiRef, api]],
      config: {
        app: { title: 'Portal' },
        backend: { baseUrl: 'http://backend' },
        auth: { providers: { github: {}, spectrocloud: {} } },
      },
      initialRouteEntries: ['/settings/auth-providers'],
    });
    // The page is loaded on demand.
    expect(
      await screen.findByText('SpectroCloud', {}, { timeout: 15_000 }),
    ).toBeInTheDocument();
    expect(screen.getByText('GitHub')).toBeInTheDocument();
    emit(SessionState.SignedIn);
    expect(await screen.findByText('dana@acme.example')).toBeInTheDocument();
  }, 30_000);
});
