import { kubernetesCluster, providerConfig } from '../__testUtils__/clusters';
import { chooseClusters } from './chooseClusters';
import { toClusterDetails, withUniqueNames } from './toClusterDetails';

const clusters = [
  kubernetesCluster({ name: 'prod', labels: { env: 'prod' } }),
  kubernetesCluster({
    name: 'lab',
    projectUid: 'p2',
    projectName: 'research',
    labels: { sandbox: 'spectro__tag' },
  }),
  kubernetesCluster({
    name: 'shared',
    projectUid: undefined,
    projectName: undefined,
    state: 'Error',
  }),
];
const names = (config: Parameters<typeof providerConfig>[0]) =>
  chooseClusters(clusters, providerConfig(config)).chosen.map(
    ({ cluster }) => cluster.name,
  );

describe('chooseClusters', () => {
  it.each([
    [{}, ['prod', 'lab', 'shared']],
    [{ includeProjects: new Set(['research']) }, ['lab', 'shared']],
    [{ includeProjects: new Set(['p1']) }, ['prod', 'shared']],
    [{ excludeProjects: new Set(['p1']) }, ['lab', 'shared']],
    [{ excludeTenantScopedClusters: true }, ['prod', 'lab']],
    [{ includeTags: new Set(['env:prod']) }, ['prod']],
    [{ excludeTags: new Set(['sandbox']) }, ['prod', 'shared']],
    [{ includeStates: new Set(['Running']) }, ['prod', 'lab']],
  ])('goes by %o', (config, expected) => {
    expect(names(config)).toEqual(expected);
  });

  const unusable = [
    kubernetesCluster({
      name: 'other',
      access: {
        endpoint: 'https://other.example',
        oidc: { issuerUrl: 'https://x.example', clientId: 'somebody-else' },
      },
    }),
    kubernetesCluster({ name: 'proxied', gap: 'behind-proxy' }),
    kubernetesCluster({ name: 'new', access: undefined, gap: 'not-read-yet' }),
  ];

  it('leaves out where users can’t sign in, and counts why', () => {
    const { chosen, leftOut } = chooseClusters(unusable, providerConfig());
    expect(chosen).toEqual([]);
    expect([...leftOut]).toEqual([
      ['other-client', 1],
      ['behind-proxy', 1],
      ['not-read-yet', 1],
    ]);
  });

  it('shows them with the reason where the configuration says so', () => {
    const config = providerConfig({ unusableClusters: 'show' });
    const { chosen } = chooseClusters(unusable, config);
    expect(toClusterDetails(chosen, config).map(({ title }) => title)).toEqual([
      'other: its API server expects another OIDC client',
      "proxied: behind Palette's proxy",
    ]);
  });

  it('compares no client where this backend has no auth configuration', () => {
    const config = providerConfig({ clientId: undefined });
    const { chosen } = chooseClusters(unusable, config);
    expect(chosen.map(({ cluster }) => cluster.name)).toEqual(['other']);
  });
});

describe('toClusterDetails', () => {
  const details = (
    config: Parameters<typeof providerConfig>[0],
    of = clusters,
  ) => {
    const full = providerConfig(config);
    return toClusterDetails(chooseClusters(of, full).chosen, full);
  };

  it('signs users in with their own ID tokens, and checks certificates', () => {
    expect(details({})[0]).toEqual({
      name: 'payments.prod',
      title: 'prod',
      url: 'https://prod.example:6443',
      caData: 'Q0E=',
      skipMetricsLookup: true,
      authMetadata: {
        'kubernetes.io/auth-provider': 'oidc',
        'kubernetes.io/oidc-token-provider': 'spectrocloud',
        'spectrocloud.com/cluster-uid': 'uid-of-prod',
        'spectrocloud.com/instance': 'demo',
      },
    });
    expect(JSON.stringify(details({}))).not.toMatch(/skipTLSVerify/);
  });

  it('calls clusters of one name in two projects differently, for everybody', () => {
    const both = [
      kubernetesCluster({ uid: 'a' }),
      kubernetesCluster({ uid: 'b', projectName: 'research' }),
    ];
    const of = (list: typeof both) =>
      details({}, list).map(({ name, title }) => [name, title]);
    expect(of(both)).toEqual([
      ['payments.prod', 'prod (payments)'],
      ['research.prod', 'prod (research)'],
    ]);
    // Who sees only one of them finds it under the same name.
    expect(of([both[1]])).toEqual([['research.prod', 'prod']]);
  });

  it('names the Palette where there are several, and goes by the catalog where it runs', () => {
    expect(details({ names: 'instance-project-and-name' })[2].name).toBe(
      'demo.tenant.shared',
    );
    expect(details({ names: 'entity' })[0].name).toBe('uid-of-prod');
  });

  it('gives way to names that others have', () => {
    const [first] = details({});
    expect(
      withUniqueNames([first, { ...first }], ['payments.prod']).map(
        ({ name }) => name,
      )[0],
    ).toBe('payments.prod.uid-of-prod');
  });
});
