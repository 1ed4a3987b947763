import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogApiRef, EntityProvider } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import type {
  ApiOptions,
  KubernetesCluster,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { paletteApis } from '../__testUtils__/paletteApis';
import { entityOf } from '../__testUtils__/renderEntity';
import { PATIENT } from '../__testUtils__/renderPalette';
import { EntityAccessCard } from './EntityAccessCard';
import { kubernetesApiRef, type KubernetesApi } from './kubernetesApi';

jest.setTimeout(60_000);

const clusterOf = (
  name: string,
  more: Partial<KubernetesCluster> = {},
): KubernetesCluster => ({
  uid: `uid-of-${name}`,
  name,
  projectName: 'payments',
  access: {
    endpoint: `https://${name}.example`,
    oidc: { issuerUrl: 'https://palette.example', clientId: 'backstage' },
  },
  ...more,
});
const FAILED = Object.assign(new Error('down'), { statusCode: 502 });

function show(
  options: {
    annotations?: Record<string, string>;
    /** By the name of the Palette. */
    clusters?: Record<string, KubernetesCluster[] | Error>;
    withoutKubernetes?: boolean;
    /** Resources that the component depends on. */
    resources?: Entity[];
  } = {},
) {
  const {
    clusters = { demo: [clusterOf('prod'), clusterOf('lab')] },
    annotations = {},
    resources = [],
  } = options;
  const proxy = jest.fn<Promise<Response>, Parameters<KubernetesApi['proxy']>>(
    async ({ clusterName, path }) => {
      const body = path.endsWith('selfsubjectreviews')
        ? { status: { userInfo: { username: `dana at ${clusterName}` } } }
        : { status: { allowed: false, resourceRules: [] } };
      return { ok: true, status: 201, json: async () => body } as Response;
    },
  );
  const names = Object.keys(clusters);
  const { pairs } = paletteApis(
    {
      listKubernetesClusters: async ({
        instance = names[0],
      }: ApiOptions = {}) => {
        const list = clusters[instance];
        if (list instanceof Error) throw list;
        return list;
      },
    },
    { auth: { getIdTokenOf: async name => `e30.e30.${name}` } },
  );
  const kubernetes: KubernetesApi = {
    getClusters: async () =>
      Object.values(clusters).flatMap(list =>
        list instanceof Error ? [] : list.map(({ uid }) => ({ name: uid })),
      ),
    proxy,
  };
  renderInTestApp(
    <EntityProvider
      entity={entityOf(
        { 'backstage.io/kubernetes-id': 'shop', ...annotations },
        {
          kind: 'Component',
          relations: resources.map(({ metadata: { name } }) => ({
            type: 'dependsOn',
            targetRef: `resource:default/${name}`,
          })),
        },
      )}
    >
      <EntityAccessCard />
      <p>shown</p>
    </EntityProvider>,
    {
      apis: [
        ...pairs,
        [catalogApiRef, catalogApiMock({ entities: resources })],
        ...(options.withoutKubernetes
          ? []
          : [[kubernetesApiRef, kubernetes] as const]),
      ],
      config: {
        backend: { baseUrl: 'http://backend' },
        spectrocloud: {
          environments: names.map(name => ({
            name,
            authEnvironment: `auth-of-${name}`,
          })),
        },
      },
    },
  );
  return { proxy };
}

describe('EntityAccessCard', () => {
  it('says at a component how the user stands with a cluster, and where a 403 comes from', async () => {
    const { proxy } = show();
    expect(
      await screen.findByText('dana at uid-of-lab', {}, PATIENT),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/the entity names no namespace/),
    ).toBeInTheDocument();
    // One cluster is looked at, however many there are.
    expect(proxy).toHaveBeenCalledTimes(3);
  });

  it('goes by the namespace that the component names', async () => {
    show({ annotations: { 'backstage.io/kubernetes-namespace': 'shop' } });
    expect(
      await screen.findByText(/the pods of the namespace shop/, {}, PATIENT),
    ).toBeInTheDocument();
  });

  it('looks at the cluster that is chosen', async () => {
    show();
    await screen.findByText('dana at uid-of-lab', {}, PATIENT);
    await userEvent.selectOptions(screen.getByLabelText('Cluster'), 'prod');
    expect(
      await screen.findByText('dana at uid-of-prod', {}, PATIENT),
    ).toBeInTheDocument();
  });

  it('begins with one at which users can sign in', async () => {
    show({
      clusters: {
        demo: [clusterOf('a', { gap: 'no-oidc' }), clusterOf('prod')],
      },
    });
    expect(
      await screen.findByText('dana at uid-of-prod', {}, PATIENT),
    ).toBeInTheDocument();
  });

  it('begins with one that the component depends on', async () => {
    show({
      resources: [
        entityOf(
          {
            'spectrocloud.com/cluster-name': 'prod',
            'spectrocloud.com/project-name': 'payments',
          },
          { name: 'production' },
        ),
      ],
    });
    expect(
      await screen.findByText('dana at uid-of-prod', {}, PATIENT),
    ).toBeInTheDocument();
    expect(
      screen.getAllByRole('option').map(({ textContent }) => textContent),
    ).toEqual(['prod', 'lab']);
  });

  it('begins with one that runs, while it isn’t known yet how any is reached', async () => {
    show({
      clusters: {
        demo: [
          clusterOf('a', { access: undefined, gap: 'not-running' }),
          clusterOf('b', { access: undefined, gap: 'not-read-yet' }),
        ],
      },
    });
    await screen.findByText(/is being read/, {}, PATIENT);
    expect(screen.getByLabelText('Cluster')).toHaveValue('uid-of-b');
  });

  it('tells clusters of one name apart, over all Palettes that answer', async () => {
    show({
      clusters: {
        saas: [
          clusterOf('prod'),
          clusterOf('prod', { uid: 'other', projectName: 'research' }),
        ],
        onsite: [clusterOf('edge')],
        down: FAILED,
      },
    });
    await screen.findByText('dana at uid-of-edge', {}, PATIENT);
    expect(
      screen.getAllByRole('option').map(({ textContent }) => textContent),
    ).toEqual(['edge', 'prod (payments, saas)', 'prod (research, saas)']);
  });

  it('says so where the user sees no cluster', async () => {
    show({ clusters: { demo: [] } });
    expect(
      await screen.findByText(
        'You may see no cluster of Palette.',
        {},
        PATIENT,
      ),
    ).toBeInTheDocument();
  });

  it('says so where no Palette answers', async () => {
    show({ clusters: { demo: FAILED } });
    await screen.findByText('Your access to Kubernetes', {}, PATIENT);
    expect(
      await screen.findByRole('button', { name: /again/i }, PATIENT),
    ).toBeInTheDocument();
  });

  it('isn’t there without the Kubernetes plugin', async () => {
    show({ withoutKubernetes: true });
    await screen.findByText('shown', {}, PATIENT);
    expect(
      screen.queryByText('Your access to Kubernetes'),
    ).not.toBeInTheDocument();
  });
});
