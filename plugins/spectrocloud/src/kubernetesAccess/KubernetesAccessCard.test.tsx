import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { KubernetesCluster } from '@terasky/backstage-plugin-spectrocloud-common';
import { act, screen, within } from '@testing-library/react';
import { paletteApis } from '../__testUtils__/paletteApis';
import { cluster } from '../__testUtils__/paletteData';
import { PATIENT } from '../__testUtils__/renderPalette';
import { AccessNamespace, type EntityNamespace } from './AccessNamespace';
import { KubernetesAccessCard } from './KubernetesAccessCard';
import { kubernetesApiRef, type KubernetesApi } from './kubernetesApi';

jest.setTimeout(60_000);

const ISSUER = 'https://palette.example/v1/oidc/tenant/t1';
const known: KubernetesCluster = {
  uid: cluster.metadata.uid,
  name: 'payments-prod',
  projectName: 'payments',
  access: {
    endpoint: 'https://prod.example:6443',
    oidc: { issuerUrl: ISSUER, clientId: 'backstage' },
  },
};

const base64 = (value: object) =>
  Buffer.from(JSON.stringify(value)).toString('base64url');
const tokenOf = (claims: object = {}) =>
  `${base64({ alg: 'RS256' })}.${base64({
    iss: ISSUER,
    aud: 'backstage',
    exp: Date.now() / 1000 + 3600,
    ...claims,
  })}.c2ln`;

const status = (code: number) => ({
  code,
  body: { kind: 'Status', status: 'Failure', code },
});

/** What the cluster, or something on the way to it, answers. */
interface Answer {
  code: number;
  body: unknown;
}

const WHO: Answer = {
  code: 201,
  body: {
    status: {
      userInfo: {
        username: 'dev.dana@acme.example',
        groups: ['payments-developers', 'system:authenticated'],
      },
    },
  },
};
const RULES: Answer = {
  code: 201,
  body: {
    status: {
      resourceRules: [
        { verbs: ['create'], resources: ['selfsubjectreviews'] },
        { verbs: ['get', 'list'], resources: ['pods', 'services'] },
      ],
    },
  },
};

function show(
  options: {
    who?: Answer;
    rules?: Answer;
    token?: string;
    clusters?: KubernetesCluster[];
    /** One look after the other. */
    lists?: KubernetesCluster[][];
    listed?: string[];
    entity?: EntityNamespace;
    mayList?: boolean;
    withoutKubernetes?: boolean;
  } = {},
) {
  const { who = WHO, rules = RULES, token = tokenOf() } = options;
  const answers: Record<string, Answer> = {
    selfsubjectreviews: who,
    selfsubjectrulesreviews: rules,
    selfsubjectaccessreviews: {
      code: 201,
      body: { status: { allowed: options.mayList ?? true } },
    },
  };
  const proxy = jest.fn(async ({ path }: { path: string }) => {
    const { code, body } = answers[path.split('/').at(-1)!];
    return {
      ok: code < 300,
      status: code,
      json: async () => body,
    } as Response;
  });
  const kubernetes: KubernetesApi = {
    getClusters: async () =>
      (options.listed ?? ['payments.payments-prod']).map(name => ({ name })),
    proxy,
  };
  const getIdTokenOf = jest.fn(async () => token);
  const { pairs } = paletteApis(
    {
      listKubernetesClusters: async () =>
        (options.lists ?? [options.clusters ?? [known]]).shift() ?? [known],
    },
    { auth: { getIdTokenOf } },
  );
  renderInTestApp(
    <AccessNamespace.Provider value={options.entity}>
      <KubernetesAccessCard cluster={cluster} />
      <p>shown</p>
    </AccessNamespace.Provider>,
    {
      apis: [
        ...pairs,
        ...(options.withoutKubernetes
          ? []
          : [[kubernetesApiRef, kubernetes] as const]),
      ],
    },
  );
  return { proxy, getIdTokenOf };
}

describe('KubernetesAccessCard', () => {
  it('shows who the cluster says the user is, and what they may do in the entity’s namespace', async () => {
    const { proxy, getIdTokenOf } = show({ entity: { name: 'payments' } });
    expect(
      await screen.findByText('dev.dana@acme.example', {}, PATIENT),
    ).toBeInTheDocument();
    expect(
      screen.getByText('payments-developers, system:authenticated'),
    ).toBeInTheDocument();
    expect(screen.getByText('Allowed in payments')).toBeInTheDocument();
    expect(screen.getByText('pods, services: get, list')).toBeInTheDocument();
    expect(screen.queryByText(/kubernetes-namespace/)).not.toBeInTheDocument();
    const [, rules] = proxy.mock.calls as unknown as [
      unknown,
      [{ clusterName: string; init: { body: string } }],
    ];
    expect(rules[0].clusterName).toBe('payments.payments-prod');
    expect(JSON.parse(rules[0].init.body).spec).toEqual({
      namespace: 'payments',
    });
    // Nobody is asked to sign in by a card.
    expect(getIdTokenOf).toHaveBeenCalledWith('development', {
      optional: true,
    });
  });

  it('says in words what is everything, and nothing twice', async () => {
    const everything = { verbs: ['*'], apiGroups: ['*'], resources: ['*'] };
    const resourceRules = [
      everything,
      everything,
      { verbs: ['*'], apiGroups: ['', 'apps'], resources: ['*'] },
      { verbs: ['get'], apiGroups: ['*'], resources: ['*'] },
      { verbs: ['*'], apiGroups: [''], resources: ['pods'] },
      { verbs: ['list'], apiGroups: ['apps'], resources: ['deployments'] },
      {
        verbs: ['list'],
        apiGroups: ['extensions'],
        resources: ['deployments'],
      },
    ];
    show({
      entity: { name: 'payments' },
      rules: { code: 201, body: { status: { resourceRules } } },
    });
    const item = await screen.findByText('Everything', {}, PATIENT);
    const list = within(item.closest('ul')!);
    expect(
      list.getAllByRole('listitem').map(({ textContent }) => textContent),
    ).toEqual([
      'Everything',
      'all resources of core, apps: all actions',
      'all resources: get',
      'pods: all actions',
      'deployments: list',
    ]);
  });

  it('says how a namespace is named where none is, and that nothing is allowed there', async () => {
    show({ rules: { code: 201, body: { status: { resourceRules: [] } } } });
    expect(
      await screen.findByText(
        /no role for you in the namespace default/,
        {},
        PATIENT,
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/annotation backstage.io\/kubernetes-namespace/),
    ).toBeInTheDocument();
  });

  const reviewsOf = (proxy: jest.Mock) =>
    proxy.mock.calls
      .map(([{ path, init }]) => [
        path.split('/').at(-1),
        JSON.parse(init.body),
      ])
      .filter(([name]) => name === 'selfsubjectaccessreviews')
      .map(([, { kind, spec }]) => [kind, spec.resourceAttributes]);

  it('says that a 403 comes of a namespace that the entity doesn’t name', async () => {
    const { proxy } = show({ entity: {}, mayList: false });
    expect(
      await screen.findByText(
        /403.* the entity names no namespace, so all of the cluster is asked for/,
        {},
        PATIENT,
      ),
    ).toBeInTheDocument();
    expect(reviewsOf(proxy)).toEqual([
      [
        'SelfSubjectAccessReview',
        { verb: 'list', resource: 'pods', namespace: '' },
      ],
    ]);
  });

  it('says that a 403 comes of a role that is missing in the entity’s namespace', async () => {
    const { proxy } = show({ entity: { name: 'shop' }, mayList: false });
    expect(
      await screen.findByText(
        /403.* the pods of the namespace shop. Ask its administrators/,
        {},
        PATIENT,
      ),
    ).toBeInTheDocument();
    expect(reviewsOf(proxy)).toEqual([
      [
        'SelfSubjectAccessReview',
        { verb: 'list', resource: 'pods', namespace: 'shop' },
      ],
    ]);
  });

  it('speaks of no 403 where there is none', async () => {
    show({ entity: {} });
    await screen.findByText('dev.dana@acme.example', {}, PATIENT);
    expect(screen.queryByText(/403/)).not.toBeInTheDocument();
  });

  it('probes nothing on a page without an entity', async () => {
    const { proxy } = show({ mayList: false });
    await screen.findByText('dev.dana@acme.example', {}, PATIENT);
    expect(screen.queryByText(/403/)).not.toBeInTheDocument();
    expect(reviewsOf(proxy)).toEqual([]);
  });

  it.each<[string, Parameters<typeof show>[0], RegExp]>([
    [
      'an expired token',
      { who: status(401), token: tokenOf({ exp: 1 }) },
      /Your token has expired/,
    ],
    [
      'another issuer',
      { who: status(401), token: tokenOf({ iss: 'https://other.example' }) },
      /your token is from https:\/\/other.example, it expects https:\/\/palette/,
    ],
    [
      'another client',
      { who: status(401), token: tokenOf({ aud: ['console'] }) },
      /your token is for console, it expects backstage/,
    ],
    [
      'a token that looks right',
      { who: status(401) },
      /refuses a token that looks right/,
    ],
    ['a 403 of the cluster', { who: status(403) }, /The cluster knows you/],
    [
      'a 403 of Backstage',
      { who: { code: 403, body: { error: { name: 'NotAllowedError' } } } },
      /permission kubernetes.proxy/,
    ],
    [
      'a token that is too long',
      {
        who: { code: 431, body: undefined },
        token: tokenOf({ groups: 'x'.repeat(12_000) }),
      },
      /it has 16\.\d kB, and from about 15 kB on/,
    ],
    [
      'an untrusted certificate',
      {
        who: {
          code: 500,
          body: {
            error: { message: 'unable to verify the first certificate' },
          },
        },
      },
      /certificate of https:\/\/prod.example:6443 isn’t trusted/,
    ],
    [
      'a cluster that is down',
      { who: { code: 500, body: { error: { message: 'ECONNREFUSED' } } } },
      /can’t be reached from Backstage/,
    ],
    ['an old cluster', { who: status(404) }, /too old to say who you are/],
    ['no session', { token: '' }, /You have no Palette session/],
    [
      'no OIDC',
      { clusters: [{ ...known, gap: 'no-oidc' }] },
      /set OIDC up in its Kubernetes pack/,
    ],
    [
      'a cluster that isn’t listed',
      { listed: [] },
      /doesn’t show this cluster/,
    ],
  ])('explains %s', async (_, options, text) => {
    show(options);
    expect(await screen.findByText(text, {}, PATIENT)).toBeInTheDocument();
  });

  it('names the line of the log only where the log is all that helps', async () => {
    show({ who: status(401) });
    expect(
      await screen.findByText(
        'Unable to authenticate the request',
        {},
        PATIENT,
      ),
    ).toBeInTheDocument();
  });

  it('gives the cluster’s operator what the API server has to be told', async () => {
    show({ who: status(401) });
    const file = await screen.findByLabelText(
      'File of --authentication-config',
      {},
      PATIENT,
    );
    expect(file).toHaveTextContent(`url: "${ISSUER}" audiences: ["backstage"]`);
    expect(file).toHaveTextContent("claim: groups prefix: 'palette:'");
    expect(screen.getByLabelText('The same as flags')).toHaveTextContent(
      `--oidc-issuer-url=${ISSUER} --oidc-client-id=backstage`,
    );
  });

  it('looks again by itself while it is being read how the cluster is reached, and somebody sees it', async () => {
    const hidden = jest.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    const unread = {
      ...known,
      access: undefined,
      gap: 'not-read-yet' as const,
    };
    show({ lists: [[unread], [known]] });
    expect(
      await screen.findByText(
        /is being read. This page looks again by itself/,
        {},
        PATIENT,
      ),
    ).toBeInTheDocument();
    await act(() => new Promise(resolve => setTimeout(resolve, 3_500)));
    expect(screen.queryByText('dev.dana@acme.example')).toBeNull();
    hidden.mockReturnValue(false);
    expect(
      await screen.findByText('dev.dana@acme.example', {}, PATIENT),
    ).toBeInTheDocument();
  });

  it('isn’t there without the Kubernetes plugin', async () => {
    show({ withoutKubernetes: true });
    expect(await screen.findByText('shown', {}, PATIENT)).toBeInTheDocument();
    expect(
      screen.queryByText('Your access to Kubernetes'),
    ).not.toBeInTheDocument();
  });
});
