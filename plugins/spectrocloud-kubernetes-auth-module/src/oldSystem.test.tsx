import {
  ApiFactoryRegistry,
  ApiProvider,
  ApiResolver,
} from '@backstage/core-app-api';
import {
  type ApiFactory,
  type ApiRef,
  createApiFactory,
} from '@backstage/core-plugin-api';
import {
  gitlabAuthApiRef,
  googleAuthApiRef,
  microsoftAuthApiRef,
  oktaAuthApiRef,
  oneloginAuthApiRef,
} from '@backstage/frontend-plugin-api';
import { mockApis } from '@backstage/frontend-test-utils';
import { kubernetesAuthProvidersApiRef } from '@backstage/plugin-kubernetes-react';
import { render, screen } from '@testing-library/react';
import { spectroCloudAuthApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import { spectroCloudKubernetesApiFactory } from './apiFactory';
import { InstallationCheck } from './InstallationCheck';
import { configApiRef } from './providersApi';

const tokenOf = (name: string) => ({
  getIdToken: async () => `token of ${name}`,
  getIdTokenOf: async (environment: string) => `token of ${environment}`,
});
const standIn = (api: ApiRef<unknown>, instance: unknown): ApiFactory =>
  createApiFactory({ api, deps: {}, factory: () => instance });

const frameworks = [
  standIn(
    configApiRef,
    mockApis.config({
      data: {
        auth: { environment: 'production' },
        spectrocloud: {
          environments: [
            { name: 'saas' },
            { name: 'onsite', authEnvironment: 'airgapped' },
          ],
        },
      },
    }),
  ),
  standIn(gitlabAuthApiRef, tokenOf('gitlab')),
  standIn(googleAuthApiRef, tokenOf('google')),
  standIn(microsoftAuthApiRef, tokenOf('microsoft')),
  standIn(oktaAuthApiRef, tokenOf('okta')),
  standIn(oneloginAuthApiRef, tokenOf('onelogin')),
];
const auth = standIn(spectroCloudAuthApiRef, tokenOf('spectrocloud'));
const other = standIn(kubernetesAuthProvidersApiRef, {});

/** As an app of the old system has them: of two in `apis` the first counts. */
function resolve(...factories: ApiFactory[]): ApiResolver {
  const registry = new ApiFactoryRegistry();
  for (const factory of [...frameworks, ...factories]) {
    registry.register('app', factory);
  }
  return new ApiResolver(registry);
}

const check = (...factories: ApiFactory[]) =>
  render(
    <ApiProvider apis={resolve(...factories)}>
      <InstallationCheck />
    </ApiProvider>,
  );

describe('an app of the old front-end system', () => {
  it('has every provider of the Kubernetes plugin, and one for each issuer', async () => {
    const api = resolve(auth, spectroCloudKubernetesApiFactory).get(
      kubernetesAuthProvidersApiRef,
    )!;
    const tokens = await Promise.all(
      [
        'gitlab',
        'google',
        'microsoft',
        'okta',
        'onelogin',
        'spectrocloud',
        'spectrocloud-airgapped',
      ].map(async name => (await api.getCredentials(`oidc.${name}`)).token),
    );
    expect(tokens).toEqual([
      'token of gitlab',
      'token of google',
      'token of microsoft',
      'token of okta',
      'token of onelogin',
      'token of spectrocloud',
      'token of airgapped',
    ]);
  });

  it('is told nothing where all is well', () => {
    check(auth, spectroCloudKubernetesApiFactory);
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('is told in a sentence that another factory is in its place', () => {
    check(auth, other, spectroCloudKubernetesApiFactory);
    expect(screen.getByRole('alert')).toHaveTextContent(
      /^Clusters of Palette get no ID tokens: another module or API factory replaces/,
    );
  });

  it('is told in a sentence that the auth plugin is missing', () => {
    check(spectroCloudKubernetesApiFactory);
    expect(screen.getByRole('alert')).toHaveTextContent(
      /^Clusters of Palette get no ID tokens: add spectroCloudAuthPlugin .* or spectroCloudAuthApiFactory to its apis/,
    );
  });
});
