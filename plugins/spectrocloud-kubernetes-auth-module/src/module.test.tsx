import {
  ApiBlueprint,
  createFrontendModule,
  type FrontendModule,
  gitlabAuthApiRef,
  googleAuthApiRef,
  microsoftAuthApiRef,
  oktaAuthApiRef,
  oneloginAuthApiRef,
  useApi,
} from '@backstage/frontend-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import kubernetesPlugin from '@backstage/plugin-kubernetes/alpha';
import { kubernetesAuthProvidersApiRef } from '@backstage/plugin-kubernetes-react';
import { screen } from '@testing-library/react';
import { spectroCloudAuthApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import { useEffect, useState } from 'react';
import { installationFault } from './InstallationCheck';
import { spectroCloudKubernetesAuthModule } from './module';
import { spectroCloudOidcProviders } from './spectroCloudOidcProviders';

const PROVIDERS = [
  'gitlab',
  'google',
  'microsoft',
  'okta',
  'onelogin',
  'spectrocloud',
];

const tokenOf = (name: string) => ({
  getIdToken: jest.fn(async (options?: { optional?: boolean }) =>
    options?.optional ? `optional token of ${name}` : `token of ${name}`,
  ),
});

/** Asks for the credentials of every provider, as the Kubernetes tabs do. */
const Probe = () => {
  const api = useApi(kubernetesAuthProvidersApiRef);
  const [tokens, setTokens] = useState<Array<string | undefined>>([]);
  useEffect(() => {
    Promise.all(
      PROVIDERS.map(async name => {
        const { token } = await api.getCredentials(`oidc.${name}`);
        return token;
      }),
    ).then(setTokens);
  }, [api]);
  return <p>{tokens.join(', ')}</p>;
};

function render(config = {}, features: FrontendModule[] = []) {
  renderInTestApp(<Probe />, {
    features: [kubernetesPlugin, spectroCloudKubernetesAuthModule, ...features],
    apis: [
      [gitlabAuthApiRef, tokenOf('gitlab')],
      [googleAuthApiRef, tokenOf('google')],
      [microsoftAuthApiRef, tokenOf('microsoft')],
      [oktaAuthApiRef, tokenOf('okta')],
      [oneloginAuthApiRef, tokenOf('onelogin')],
      [spectroCloudAuthApiRef, tokenOf('spectrocloud')],
    ],
    config: { backend: { baseUrl: 'http://backend' }, ...config },
  });
}

const other = createFrontendModule({
  pluginId: 'kubernetes',
  extensions: [
    ApiBlueprint.make({
      name: 'auth-providers',
      params: defineParams =>
        defineParams({
          api: kubernetesAuthProvidersApiRef,
          deps: {},
          factory: () => ({
            decorateRequestBodyForAuth: async (_, body) => body,
            getCredentials: async () => ({}),
          }),
        }),
    }),
  ],
});

describe('spectroCloudKubernetesAuthModule', () => {
  it('adds Palette and keeps every provider of the Kubernetes plugin', async () => {
    render();
    expect(
      await screen.findByText(
        PROVIDERS.map(name => `token of ${name}`).join(', '),
      ),
    ).toBeInTheDocument();
  });

  it('asks nobody to sign in where the configuration says so', async () => {
    render({ spectrocloud: { kubernetes: { optionalIdToken: true } } });
    expect(
      await screen.findByText(/, optional token of spectrocloud$/),
    ).toBeInTheDocument();
    expect(screen.getByText(/^token of gitlab/)).toBeInTheDocument();
  });

  it('asks each auth environment for its own token', async () => {
    const getIdTokenOf = jest.fn(async (name: string) => `token of ${name}`);
    const {
      spectrocloud,
      'spectrocloud-airgapped': airgapped,
      own,
    } = spectroCloudOidcProviders({
      spectroCloudAuthApi: { ...tokenOf('spectrocloud'), getIdTokenOf },
      configApi: mockApis.config({
        data: {
          auth: { environment: 'production' },
          spectrocloud: {
            environments: [
              { name: 'saas' },
              { name: 'onsite', authEnvironment: 'Airgapped' },
              {
                name: 'lab',
                authEnvironment: 'lab',
                clusterProvider: { oidcAuthProviderName: 'own' },
              },
            ],
          },
        },
      }),
    });
    expect(await spectrocloud.getIdToken()).toBe('token of spectrocloud');
    expect(await airgapped.getIdToken()).toBe('token of Airgapped');
    expect(await own.getIdToken()).toBe('token of lab');
  });

  it('says in a sentence that another module has taken its place', async () => {
    render({}, [other]);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /another module or API factory replaces the Kubernetes plugin’s auth providers/,
    );
  });

  it('says nothing where all is well', async () => {
    render();
    await screen.findByText(/token of spectrocloud$/);
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('says in a sentence that the auth plugin is missing', () => {
    expect(installationFault({ get: () => undefined })).toMatch(
      /^Clusters of Palette get no ID tokens: add spectroCloudAuthPlugin/,
    );
  });
});
