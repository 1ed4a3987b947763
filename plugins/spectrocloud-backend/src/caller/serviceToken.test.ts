import { projects } from '../__fixtures__/palette';
import {
  answerAll,
  type RouteCase,
  routeCases,
} from '../__testUtils__/routeCases';
import {
  DANA,
  startTestApi,
  type TestApi,
} from '../__testUtils__/startTestApi';

const NEVER = [
  'getMyVisibility',
  'listKubernetesClusters',
  'rereadKubernetesCluster',
  'getClusterOidc',
  'getKubeconfig',
  'getVirtualKubeconfig',
  'createCluster',
  'validateCluster',
  'estimateCluster',
  'createVirtualCluster',
  'getClusterImportManifest',
  'exportProfile',
  'orderClusterLogs',
  'getClusterLogsProgress',
  'downloadClusterLogs',
  'listClusterVariables',
  'validateClusterProfiles',
  'changeClusterProfiles',
  'removeClusterProfile',
  'changeClusterVariables',
  'changeClusterLifecycle',
  'changeClusterMetadata',
  'resizeNodePool',
  'approveClusterRepave',
  'deleteCluster',
  'forceDeleteCluster',
  'resizeNodePool',
  'estimateCluster',
];

describe('service principals', () => {
  describe('by default', () => {
    let api: TestApi;

    beforeAll(async () => {
      api = await startTestApi({
        environments: url => [{ name: 'demo', url, apiToken: 'api-key' }],
      });
      answerAll(api.palette);
    });

    afterAll(() => api.stop());

    it.each(routeCases)('have no access: $operation', async routeCase => {
      const { method, path, body } = routeCase;
      const by = api.asService();
      const response = await (method === 'get'
        ? by.get(path)
        : by.post(path, body));
      expect(response.status).toBe(403);
      expect(api.palette.calls).toHaveLength(0);
    });
  });

  describe('with allowServiceTokenFallback', () => {
    let api: TestApi;

    beforeAll(async () => {
      api = await startTestApi({
        spectrocloud: {
          allowServiceTokenFallback: true,
          listTtl: { seconds: 0 },
        },
        environments: url => [
          { name: 'demo', url, apiToken: 'api-key' },
          { name: 'without', url },
        ],
      });
    });

    beforeEach(() => {
      api.palette.reset();
      api.auditor.createEvent.mockClear();
      answerAll(api.palette);
    });

    afterAll(() => api.stop());

    const call = ({ method, path, body }: RouteCase) => {
      const by = api.asService();
      return method === 'get' ? by.get(path) : by.post(path, body);
    };

    const [never, reads] = [true, false].map(wanted =>
      routeCases.filter(
        ({ operation }) => NEVER.includes(operation) === wanted,
      ),
    );

    it.each(never)('have no access: $operation', async routeCase => {
      const response = await call(routeCase);
      expect(response.status).toBe(403);
      expect(api.palette.calls).toHaveLength(0);
    });

    it.each(reads)('read, audited: $operation', async routeCase => {
      const response = await call(routeCase);
      expect(response.status).toBe(200);
      for (const { headers } of api.palette.calls) {
        expect(headers.apikey).toBe('api-key');
        expect(headers.authorization).toBeUndefined();
      }
      expect(api.auditor.createEvent).toHaveBeenCalledWith(
        expect.objectContaining({
          eventId: 'service-token-use',
          meta: {
            instance: 'demo',
            operation: routeCase.operation,
            subject: expect.stringContaining('ci'),
          },
        }),
      );
    });

    it('never serve a user: signing out is no way up', async () => {
      const response = await api.asUser().get('/projects');
      expect(response.status).toBe(401);
      expect(api.palette.calls).toHaveLength(0);
    });

    it('need an apiToken of the instance', async () => {
      const response = await api.asService().get('/projects?instance=without');
      expect(response.status).toBe(403);
    });

    it.each([
      ['X-SpectroCloud-Token', 'token'],
      ['X-SpectroCloud-User-Email', 'ada@acme.example'],
    ])('have no session: %s is refused', async (header, value) => {
      const response = await api
        .asService()
        .get('/projects')
        .set(header, value);
      expect(response.status).toBe(403);
      expect(api.palette.calls).toHaveLength(0);
    });

    it('hear of a refused API token as a failure of Palette, not as a sign-out', async () => {
      api.palette.on('POST /v1/dashboard/projects', { status: 401 });
      const response = await api.asService().get('/projects');
      expect(response.status).toBe(502);
      expect(
        response.headers['x-spectrocloud-reauth-required'],
      ).toBeUndefined();
    });
  });

  describe('with serviceTokenFor', () => {
    let api: TestApi;

    beforeAll(async () => {
      api = await startTestApi({
        spectrocloud: { serviceTokenFor: ['catalog'] },
        environments: url => [
          { name: 'demo', url, apiToken: 'api-key' },
          { name: 'without', url },
        ],
      });
      answerAll(api.palette);
    });

    afterAll(() => api.stop());

    it('read as the plugin that is named', async () => {
      const response = await api.asService('plugin:catalog').get('/projects');
      expect(response.status).toBe(200);
    });

    it.each(['plugin:search', 'external:catalog', 'catalog', 'plugin:'])(
      'have no access as %s, and are told which key would give it',
      async subject => {
        const response = await api.asService(subject).get('/projects');
        expect(response.status).toBe(403);
        expect(response.body.error.message).toContain(
          `spectrocloud.serviceTokenFor names the plugin (${subject})`,
        );
      },
    );

    it('are told which instance lacks an apiToken', async () => {
      const response = await api
        .asService('plugin:catalog')
        .get('/projects?instance=without');
      expect(response.status).toBe(403);
      expect(response.body.error.message).toContain(
        "'without' has no apiToken",
      );
    });

    it('never serve a user', async () => {
      const response = await api.asUser().get('/projects');
      expect(response.status).toBe(401);
    });
  });

  it('may take their time, which users may not', async () => {
    const api = await startTestApi({
      spectrocloud: {
        serviceTokenFor: ['catalog'],
        requestTimeout: { milliseconds: 300 },
      },
      environments: url => [{ name: 'demo', url, apiToken: 'api-key' }],
    });
    api.tokens.signIn(DANA);
    answerAll(api.palette);
    api.palette.on('POST /v1/dashboard/projects', {
      body: projects,
      delayMs: 900,
    });
    expect(
      (await api.asService('plugin:catalog').get('/projects')).status,
    ).toBe(200);
    expect((await api.asUser().get('/projects')).status).toBe(504);
    await api.stop();
  });
});
