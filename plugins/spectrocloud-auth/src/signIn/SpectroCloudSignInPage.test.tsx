import { SessionState } from '@backstage/frontend-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  renderInTestApp as renderInOldTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { authResponse } from '../__testUtils__/fakeAuthPlugin';
import { fakeAuthApi } from '../__testUtils__/fakeAuthApi';
import { configApiRef } from '../api/coreApiRefs';
import { spectroCloudAuthApiRef } from '../api/SpectroCloudAuthApi';
import { SessionUnavailableError, SignInError } from '../connector/errors';
import { SpectroCloudSignInPage } from './SpectroCloudSignInPage';

const identity = authResponse().backstageIdentity!;

function render(path = '/', setUp = (_: ReturnType<typeof fakeAuthApi>) => {}) {
  const auth = fakeAuthApi();
  setUp(auth);
  const onSignInSuccess = jest.fn();
  renderInTestApp(
    <SpectroCloudSignInPage onSignInSuccess={onSignInSuccess} />,
    {
      initialRouteEntries: [path],
      apis: [[spectroCloudAuthApiRef, auth.api]],
      config: {
        app: { title: 'Portal' },
        backend: { baseUrl: 'http://backend' },
        auth: { environment: 'production' },
      },
    },
  );
  return { ...auth, onSignInSuccess };
}

const button = () => screen.findByRole('button', { name: 'Sign in' });

describe('SpectroCloudSignInPage', () => {
  it('signs in by itself when the browser has a session', async () => {
    const { onSignInSuccess } = render('/', ({ api }) =>
      api.getBackstageIdentity.mockResolvedValue(identity),
    );
    await act(async () => {});
    expect(onSignInSuccess).toHaveBeenCalledTimes(1);
    const [user] = onSignInSuccess.mock.calls[0];
    expect(await user.getBackstageIdentity()).toEqual(identity.identity);
    expect(await user.getCredentials()).toEqual({ token: identity.token });
  });

  it.each(['/', '/?state=another'])(
    'does not mind what comes back from a sign-out at the provider: %s',
    async path => {
      render(path);
      await button();
      expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    },
  );

  it('opens the popup on a click, not by itself', async () => {
    const { api, onSignInSuccess } = render();
    const signIn = await button();
    expect(api.getBackstageIdentity.mock.calls).toEqual([[{ optional: true }]]);
    api.getBackstageIdentity.mockResolvedValue(identity);
    await userEvent.click(signIn);
    expect(api.getBackstageIdentity).toHaveBeenLastCalledWith({
      instantPopup: true,
    });
    expect(onSignInSuccess).toHaveBeenCalledTimes(1);
  });

  it('says that it waits for the popup', async () => {
    const { api } = render();
    const signIn = await button();
    api.getBackstageIdentity.mockReturnValue(new Promise(() => {}));
    await userEvent.click(signIn);
    expect(
      screen.getByRole('button', { name: 'Waiting for Palette…' }),
    ).toBeDisabled();
    expect(screen.getByRole('status')).toHaveTextContent(
      'Finish in the window that has opened.',
    );
  });

  it.each([
    [
      new SignInError('PopupBlockedError', 'blocked'),
      /blocked the sign-in window.*Allow pop-ups/,
    ],
    [
      new SignInError('PopupClosedError', 'closed'),
      /closed too early.*leave the window open/,
    ],
    [
      new SignInError('WrongOriginError', 'Open https://portal.example'),
      /not the address.*https:\/\/portal\.example/,
    ],
    [
      new SignInError('AccessDeniedError', 'Palette said no (reference A1)'),
      /denied.*reference A1/,
    ],
    [
      new SignInError('UserNotInCatalogError', 'Ask for a User entity'),
      /Palette knows you, Backstage does not.*Ask for a User entity/,
    ],
    [
      new SessionUnavailableError('The database is being moved'),
      /could not check.*The database is being moved/,
    ],
    [new Error('The server said this'), /failed.*The server said this/],
  ])('explains %s', async (error, text) => {
    const { api } = render();
    const signIn = await button();
    api.getBackstageIdentity.mockRejectedValue(error);
    await userEvent.click(signIn);
    expect(await screen.findByRole('alert')).toHaveTextContent(text);
    expect(await button()).toBeEnabled();
  });

  it('says what is missing where Palette signs nobody in', async () => {
    render();
    await userEvent.click(await button());
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'auth.providers.spectrocloud.production.signIn',
    );
  });

  it('shows why the redirect flow failed, and lets the user try again', async () => {
    const { api, onSignInSuccess } = render(
      '/?error_code=access_denied&error_reference=K7QW-M9XD&error=Palette%20said%20no',
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /Palette did not let you sign in.*\(reference K7QW-M9XD\)/,
    );
    api.getBackstageIdentity.mockResolvedValue(identity);
    await userEvent.click(await button());
    expect(onSignInSuccess).toHaveBeenCalledTimes(1);
  });

  it.each(['error', 'error_code', 'error_code=access_denied&error_reference'])(
    'shows nobody’s text of the parameter %s',
    async parameter => {
      render(`/?${parameter}=Call%20555-0100%20to%20unlock`);
      const alert = await screen.findByRole('alert');
      expect(alert).not.toHaveTextContent('555');
      expect(alert).toHaveTextContent(/sign/);
    },
  );

  it('shows nobody’s text beside other providers, either', async () => {
    const { api } = fakeAuthApi();
    renderInTestApp(
      <SpectroCloudSignInPage
        onSignInSuccess={jest.fn()}
        providers={['guest']}
      />,
      {
        initialRouteEntries: [
          '/?error_code=access_denied&error=Call%20555-0100%20to%20unlock',
        ],
        apis: [[spectroCloudAuthApiRef, api]],
        config: {
          app: { title: 'Portal' },
          backend: { baseUrl: 'http://backend' },
        },
      },
    );
    expect(await screen.findByText('Guest')).toBeInTheDocument();
    expect(screen.getByRole('alert')).toHaveTextContent(
      'Palette did not let you sign in',
    );
    expect(document.body).not.toHaveTextContent('555');
  });

  it('follows when another tab signs in', async () => {
    const { api, emit, onSignInSuccess } = render();
    await button();
    api.getBackstageIdentity.mockResolvedValue(identity);
    await act(async () => emit(SessionState.SignedIn));
    expect(onSignInSuccess).toHaveBeenCalledTimes(1);
  });

  it('stands beside other providers', async () => {
    const { api } = fakeAuthApi();
    renderInTestApp(
      <SpectroCloudSignInPage
        onSignInSuccess={jest.fn()}
        providers={['guest']}
      />,
      {
        apis: [[spectroCloudAuthApiRef, api]],
        config: {
          app: { title: 'Portal' },
          backend: { baseUrl: 'http://backend' },
        },
      },
    );
    expect(await screen.findByText('SpectroCloud')).toBeInTheDocument();
    expect(screen.getByText('Guest')).toBeInTheDocument();
  });

  it('works in the old front-end system', async () => {
    const { api } = fakeAuthApi();
    api.getBackstageIdentity.mockResolvedValue(identity);
    const onSignInSuccess = jest.fn();
    await renderInOldTestApp(
      <TestApiProvider
        apis={[
          [spectroCloudAuthApiRef, api],
          [configApiRef, mockApis.config()],
        ]}
      >
        <SpectroCloudSignInPage onSignInSuccess={onSignInSuccess} />
      </TestApiProvider>,
    );
    expect(onSignInSuccess).toHaveBeenCalledTimes(1);
  });
});
