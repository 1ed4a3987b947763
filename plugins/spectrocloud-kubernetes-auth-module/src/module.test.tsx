import {
  gitlabAuthApiRef,
  googleAuthApiRef,
  microsoftAuthApiRef,
  oktaAuthApiRef,
  oneloginAuthApiRef,
  useApi,
} from '@backstage/frontend-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import kubernetesPlugin from '@backstage/plugin-kubernetes/alpha';
import { kubernetesAuthProvidersApiRef } from '@backstage/plugin-kubernetes-react';
import { screen } from '@testing-library/react';
import { spectroCloudAuthApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import { useEffect, useState } from 'react';
import { spectroCloudKubernetesAuthModule } from './module';

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

function render(config = {}) {
  renderInTestApp(<Probe />, {
    features: [kubernetesPlugin, spectroCloudKubernetesAuthModule],
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
});
