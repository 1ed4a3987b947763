import { redactText } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import * as fixtures from '../__fixtures__/palette';
import type { FakeAnswer } from '../__testUtils__/FakePalette';
import { answerAll, newCluster, routeCases } from '../__testUtils__/routeCases';
import {
  ADA,
  DANA,
  startTestApi,
  type TestApi,
} from '../__testUtils__/startTestApi';
import { routes } from './routes';

const GONE_WITHOUT_STATUS = [
  'rereadKubernetesCluster',
  'getClusterState',
  'getCluster',
  'getVirtualCluster',
  'getClusterGroup',
  // Its whole cluster says no more where its node pools are.
  'listClusterNodePools',
  // The same whole cluster is looked at before it is changed.
  'deleteCluster',
  'forceDeleteCluster',
  'changeClusterProfiles',
  'removeClusterProfile',
  'orderClusterLogs',
  'changeClusterVariables',
  'approveClusterRepave',
  'changeClusterLifecycle',
  'changeClusterMetadata',
  'resizeNodePool',
];
const KUBECONFIG = '/clusters/c1/kubeconfig?projectUid=p1';

/** Every optional value of an answer is null, as Palette writes empty lists. */
function withNulls(value: unknown): unknown {
  if (Array.isArray(value)) return [...value.map(withNulls), null];
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries([
    ...Object.entries(value).map(([key, entry]) => [
      key,
      typeof entry === 'object' &&
      !['items', 'metadata', 'summaries', 'profiles'].includes(key)
        ? null
        : withNulls(entry),
    ]),
  ]);
}

describe('a Palette that answers what it should not', () => {
  let api: TestApi;

  beforeEach(async () => {
    api = await startTestApi({ spectrocloud: { listTtl: { seconds: 0 } } });
    api.tokens.signIn(DANA);
    answerAll(api.palette);
  });

  afterEach(() => api.stop());

  it.each<[string, string]>([
    ['white space', `a${' '.repeat(1_000)}!`],
    [
      'many keys',
      `kind: Config\nclusters: []\n${Array.from({ length: 10_000 }, (_, index) => `k${index}: 1`).join('\n')}`,
    ],
    ['deep brackets', '['.repeat(1_000)],
    [
      'aliases that multiply',
      `a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: &d [*c,*c]\ne: [*d,*d]\nkind: Config\nclusters: []`,
    ],
  ])('does not stop the back end with a kubeconfig of %s', async (_, body) => {
    api.palette.on('GET /v1/spectroclusters/*/assets/kubeconfigclient', {
      body,
    });
    const startedAt = Date.now();
    const response = await api.asUser().get(KUBECONFIG);
    expect(Date.now() - startedAt).toBeLessThan(3_000);
    expect([200, 502]).toContain(response.status);
  });

  it.each(['a', 'secret', 'a@', '"password":"', 'eyJ', '-----BEGIN '])(
    'does not stop the back end with a long text of %s',
    async unit => {
      const text = unit.repeat(Math.ceil(60_000 / unit.length));
      const startedAt = Date.now();
      redactText(text);
      api.palette.on('POST /v1/spectroclusters/eks/validate', {
        body: {
          machinePools: {
            results: Array.from({ length: 200 }, () => ({
              name: 'w',
              errors: [{ message: text }],
            })),
          },
        },
      });
      const response = await api
        .asUser()
        .post('/clusters/validate?projectUid=p1', newCluster);
      expect([422, 502]).toContain(response.status);
      expect(Date.now() - startedAt).toBeLessThan(3_000);
    },
  );

  it('may write null for everything that it may leave out', async () => {
    for (const routeCase of routeCases) {
      const { handlers } = api.palette;
      const original = handlers.find(({ pattern }) =>
        pattern.test(routeCase.endpoint.replaceAll('*', 'x')),
      )!;
      api.palette.on(routeCase.endpoint, async call => {
        const answer = await original.handler(call);
        return typeof answer.body === 'string'
          ? answer
          : { ...answer, body: withNulls(answer.body) };
      });
      const by = api.asUser();
      const response = await (routeCase.method === 'get'
        ? by.get(routeCase.path)
        : by.post(routeCase.path, routeCase.body));
      const route = routes.find(
        ({ operation }) => operation === routeCase.operation,
      );
      // What has no status is gone; an account without a kind is of no cloud.
      expect([route?.operation, response.status]).toEqual([
        route?.operation,
        GONE_WITHOUT_STATUS.includes(routeCase.operation)
          ? 404
          : (route?.status ?? 200),
      ]);
    }
  });

  it.each<[string, FakeAnswer]>([
    ['a list that is an object', { body: { items: { a: 1 } } }],
    ['a list of numbers', { body: { items: [1, 2] } }],
    [
      'a name that is a number',
      {
        body: {
          items: [
            { metadata: { uid: 'a', name: 5 }, status: {} },
            { metadata: { uid: 'b', name: 6 }, status: {} },
          ],
        },
      },
    ],
    [
      'labels that are objects',
      {
        body: {
          items: [
            {
              metadata: { uid: 'a', name: 'a', labels: { a: { b: {} } } },
              status: {},
            },
          ],
        },
      },
    ],
    ['an array', { body: [] as unknown as object }],
    ['a text', { body: '"x"' }],
  ])(
    'gets a 502 for %s, without the words of the engine',
    async (_, answer) => {
      api.palette.on('POST /v1/dashboard/spectroclusters/search', answer);
      const response = await api.asUser().get('/clusters?projectUid=p1');
      expect(response.status).toBe(502);
      expect(response.body.error.message).toMatch(/^Palette answered/);
    },
  );

  it('may write an optional value as something else without losing the list', async () => {
    api.palette.on('GET /v1/spectroclusters/*/profiles', {
      body: {
        profiles: [
          {
            metadata: { uid: 'p', name: 'p' },
            spec: {
              version: '1.0.0',
              type: 7,
              packs: [{ spec: { name: 'x', version: 3 } }],
            },
          },
        ],
      },
    });
    const { body } = await api
      .asUser()
      .get('/clusters/c1/profiles?projectUid=p1');
    expect(body.profiles[0].spec).toEqual({
      version: '1.0.0',
      packs: [{ name: 'x', manifests: [] }],
    });
  });

  it('can neither page without end nor by tokens that are no text', async () => {
    let calls = 0;
    api.palette.on('POST /v1/dashboard/spectroclusters/search', () => {
      calls += 1;
      return {
        body: {
          items: [fixtures.clusterRow(`c${calls}`, `c${calls}`)],
          listmeta: { continue: { n: calls } },
        },
      };
    });
    await api.asUser().get('/clusters?projectUid=p1');
    expect(calls).toBe(1);
    api.palette.on('POST /v1/dashboard/spectroclusters/search', () => {
      calls += 1;
      return { body: { items: [], listmeta: { continue: `t${calls}` } } };
    });
    await api.asUser().get('/clusters?projectUid=p1');
    expect(calls).toBe(2);
  });

  it('cannot close itself to everybody for days with one Retry-After', async () => {
    api.palette.on('POST /v1/dashboard/projects', {
      status: 429,
      headers: { 'retry-after': '9999999' },
    });
    api.tokens.signIn(ADA);
    await api.asUser().get('/projects');
    const response = await api.asUser(ADA).get('/projects');
    expect(response.status).toBe(503);
    expect(Number(response.headers['retry-after'])).toBeLessThanOrEqual(60);
  });

  it('cannot make a header of a project uid, or a thousand calls of one request', async () => {
    const permissions = (uids: string[]) =>
      api.palette.on('GET /v1/users/me', {
        body: {
          status: {
            tenant: { tenantUid: 'tenant-1' },
            projectPermissions: Object.fromEntries(uids.map(uid => [uid, []])),
          },
        },
      });
    permissions(['p1', 'a\r\nApiKey: x']);
    const response = await api.asUser().get('/clusters');
    expect(response.status).toBe(200);
    expect(
      api.palette.calls.flatMap(({ headers }) => headers.projectuid ?? []),
    ).toEqual(['p1']);
    api.palette.calls.length = 0;
    permissions(Array.from({ length: 5_000 }, (_, index) => `p${index}`));
    const tooMany = await api.asUser().get('/clusters');
    expect(tooMany.status).toBe(400);
    expect(tooMany.body.error.message).toContain('query.projectUid');
    expect(api.palette.calls).toHaveLength(1);
  });

  it('is not asked by a user who guesses session tokens', async () => {
    api.palette.on('GET /v1/users/me', { status: 401 });
    const guess = (token: string) =>
      api.asUser().get('/projects').set('X-SpectroCloud-Token', token);
    await Promise.all(Array.from({ length: 10 }, () => guess('same')));
    await guess('same');
    expect(api.palette.lines).toEqual(['GET /v1/users/me']);
  });
});
