import fc from 'fast-check';
import * as fixtures from '../__fixtures__/palette';
import { answerAll } from '../__testUtils__/routeCases';
import {
  DANA,
  startTestApi,
  type TestApi,
} from '../__testUtils__/startTestApi';
import { kubeconfigFileName } from './kubeconfigFileName';
import { parseKubeconfig } from './parseKubeconfig';
import { YamlReader } from './YamlReader';

const PATH = '/clusters/cluster-1/kubeconfig?projectUid=project-1';
const USER_KUBECONFIG = 'GET /v1/spectroclusters/*/assets/kubeconfigclient';
const OLDER_KUBECONFIG = 'GET /v1/spectroclusters/*/assets/kubeconfig';
const ADMIN_PERMISSION = 'spectrocloud.cluster.download-admin-kubeconfig';

describe('kubeconfig download', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi();
  });

  beforeEach(() => {
    api.palette.reset();
    api.tokens.reset();
    api.denied.clear();
    api.tokens.signIn(DANA);
    api.logger.warn.mockClear();
    api.auditor.createEvent.mockClear();
    api.auditSuccess.mockClear();
    api.auditFail.mockClear();
    answerAll(api.palette);
  });

  afterAll(() => api.stop());

  it('is the one that signs in as its user, as a file that nobody keeps', async () => {
    const response = await api.asUser().get(PATH);
    expect(response.status).toBe(200);
    expect(response.text ?? response.body.toString()).toBe(fixtures.kubeconfig);
    expect(response.headers).toMatchObject({
      'cache-control': 'no-store',
      'content-disposition': 'attachment; filename=prod.kubeconfig.yaml',
      'x-content-type-options': 'nosniff',
      'x-spectrocloud-kubeconfig-credential': 'user',
    });
    expect(response.headers['access-control-expose-headers']).toContain(
      'Content-Disposition',
    );
    expect(api.palette.lines).toEqual([
      'GET /v1/spectroclusters/cluster-1/assets/kubeconfigclient',
    ]);
    expect(api.palette.calls[0].headers.projectuid).toBe('project-1');
  });

  it('understands base64', async () => {
    api.palette.on(USER_KUBECONFIG, {
      body: Buffer.from(fixtures.kubeconfig).toString('base64'),
    });
    const response = await api.asUser().get(PATH);
    expect(response.text).toBe(fixtures.kubeconfig);
  });

  it.each([
    [404, { code: 'ResourceNotFound' }],
    [404, '404 page not found'],
    [405, {}],
    [410, {}],
    [501, {}],
  ])(
    'is asked for as of old where Palette answers %s %j to the newer path',
    async (status, body) => {
      api.palette
        .on(USER_KUBECONFIG, { status, body })
        .on(OLDER_KUBECONFIG, { body: fixtures.kubeconfig });
      const response = await api.asUser().get(PATH);
      expect(response.text).toBe(fixtures.kubeconfig);
      expect(api.palette.calls.at(-1)?.query.get('frp')).toBe('true');
    },
  );

  it.each([403, 500])(
    'is not asked for as of old where Palette answers %s',
    async status => {
      api.palette
        .on(USER_KUBECONFIG, { status })
        .on(OLDER_KUBECONFIG, { body: fixtures.kubeconfig });
      const response = await api.asUser().get(PATH);
      expect(response.status).toBe(status === 403 ? 403 : 502);
      expect(api.palette.lines).not.toContain(
        'GET /v1/spectroclusters/cluster-1/assets/kubeconfig',
      );
    },
  );

  it('never falls back to the administrator’s', async () => {
    api.palette.on(USER_KUBECONFIG, { status: 404 });
    const response = await api.asUser().get(PATH);
    expect(response.status).toBe(404);
    expect(response.body.error.message).toContain('OIDC is not set up');
    expect(api.palette.lines.join()).not.toContain('dminKubeconfig');
  });

  describe.each([
    ['of its own path', USER_KUBECONFIG],
    ['of the older path', OLDER_KUBECONFIG],
  ])('%s that signs everybody in alike', (_, path) => {
    const shared: Array<[string, string]> = [
      ['shared-token', fixtures.sharedTokenKubeconfig],
      ['shared-certificate', fixtures.adminKubeconfig],
    ];
    const answer = (body: string) =>
      api.palette.on(USER_KUBECONFIG, { status: 404 }).on(path, { body });

    it.each(shared)(
      'is refused to who may not have the administrator’s (%s)',
      async (_credential, body) => {
        api.denied.add(ADMIN_PERMISSION);
        answer(body);
        const response = await api.asUser().get(PATH);
        expect(response.status).toBe(403);
        expect(response.body.error.message).toMatch(
          /takes the permission 'spectrocloud.cluster.download-admin-kubeconfig': ask .* or have OIDC set up/,
        );
        expect(response.text).not.toContain('user:');
        expect(api.auditFail).toHaveBeenCalledTimes(1);
        expect(api.auditSuccess).not.toHaveBeenCalled();
      },
    );

    it.each(shared)(
      'is said to be so in a header and in the log (%s)',
      async (credential, body) => {
        answer(body);
        const response = await api.asUser().get(PATH);
        expect(response.text).toBe(body);
        expect(response.headers['x-spectrocloud-kubeconfig-credential']).toBe(
          credential,
        );
        expect(api.logger.warn).toHaveBeenCalledWith(
          expect.stringContaining('cluster-1 does not sign in as its user'),
        );
        expect(JSON.stringify(api.logger.warn.mock.calls)).not.toContain('eyJ');
      },
    );
  });

  it('needs no other permission where it signs in as its user', async () => {
    api.denied.add(ADMIN_PERMISSION);
    expect((await api.asUser().get(PATH)).status).toBe(200);
  });

  it('gives the administrator’s only when asked for', async () => {
    const response = await api.asUser().get(`${PATH}&kind=admin`);
    expect(response.status).toBe(200);
    expect(response.headers['x-spectrocloud-kubeconfig-credential']).toBe(
      'shared-certificate',
    );
    expect(response.headers['content-disposition']).toContain(
      'admin-prod.kubeconfig.yaml',
    );
    expect(api.palette.lines).toEqual([
      'GET /v1/spectroclusters/cluster-1/assets/adminKubeconfig',
    ]);
  });

  it('leads to the cluster itself where that is asked for', async () => {
    api.palette.on('GET /v1/spectroclusters/*/assets/kubeconfig', {
      body: fixtures.kubeconfig,
    });
    const { status, text } = await api.asUser().get(`${PATH}&direct=true`);
    expect(status).toBe(200);
    expect(text).toContain('oidc-login');
    const [{ path, query }] = api.palette.calls;
    expect(path).toBe('/v1/spectroclusters/cluster-1/assets/kubeconfig');
    expect(query.get('frp')).toBe('false');
    const unclear = await api.asUser().get(`${PATH}&direct=maybe`);
    expect(unclear.status).toBe(400);
  });

  it('is audited, successes and failures', async () => {
    await api.asUser().get(`${PATH}&kind=admin`);
    expect(api.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'kubeconfig-download',
        severityLevel: 'high',
        meta: { instance: 'demo', clusterUid: 'cluster-1', kind: 'admin' },
      }),
    );
    expect(api.auditSuccess).toHaveBeenCalledWith({
      meta: { credential: 'shared-certificate' },
    });
    api.palette.on(USER_KUBECONFIG, { status: 403 });
    await api.asUser().get(PATH);
    expect(api.auditFail).toHaveBeenCalledTimes(1);
  });

  it('finds the project of the cluster where none is given', async () => {
    api.palette.on('GET /v1/users/me', {
      body: {
        status: {
          tenant: { tenantUid: 'tenant-1' },
          projectPermissions: { 'project-1': [], p2: [] },
        },
      },
    });
    const response = await api.asUser().get('/clusters/cluster-1/kubeconfig');
    expect(response.status).toBe(200);
    expect(api.palette.calls.at(-1)?.headers.projectuid).toBe('project-1');
    const unknown = await api.asUser().get('/clusters/cluster-77/kubeconfig');
    expect(unknown.status).toBe(404);
  });

  it('is no kubeconfig when it is too large or something else', async () => {
    for (const body of [
      'a'.repeat(2 * 1024 * 1024),
      'kind: Secret\nclusters: []',
      Buffer.from('nonsense').toString('base64'),
      '- 1\n- 2',
      '{{{',
    ]) {
      api.palette.on(USER_KUBECONFIG, { body });
      const response = await api.asUser().get(PATH);
      expect(response.status).toBe(502);
    }
  });
});

describe('kubeconfigFileName', () => {
  it('is safe whatever the cluster is called', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string({ unit: 'binary' }),
          fc.constantFrom('../../etc/passwd', 'a"; x=y', 'a\r\nX: y', '..', ''),
        ),
        fc.constantFrom('oidc' as const, 'admin' as const),
        (clusterName, kind) => {
          const name = kubeconfigFileName('uid-1', kind, clusterName);
          expect(name).toMatch(
            /^[A-Za-z0-9_][A-Za-z0-9._-]*\.kubeconfig\.yaml$/,
          );
          expect(name).not.toContain('..');
          expect(name.length).toBeLessThan(120);
        },
      ),
    );
  });
});

describe('parseKubeconfig', () => {
  const yaml = YamlReader.create();
  const parse = (user: string) =>
    parseKubeconfig(
      `kind: Config\nclusters: [{ name: c }]\nusers:\n- user: ${user}`,
      yaml,
    );

  it.each([
    ['{ token: abc }', 'shared-token'],
    ['{ token: 12345 }', 'shared-token'],
    ['{ token: null }', 'user'],
    ['{ tokenFile: /x }', 'shared-token'],
    ['{ password: abc }', 'shared-token'],
    ['{ <<: { token: abc } }', 'shared-token'],
    ['{ client-certificate-data: abc }', 'shared-certificate'],
    ['{ exec: { command: kubectl } }', 'user'],
    ['{ exec: { args: [--token-cache-dir=/x, get-token] } }', 'user'],
    ['{ exec: { args: [--oidc-client-secret=abc] } }', 'user'],
    ['{ exec: { args: [--token=abc] } }', 'shared-token'],
    ['{ exec: { args: [--access-token, abc] } }', 'shared-token'],
    ['{ exec: { args: [eyJh.eyJz.c2ln] } }', 'shared-token'],
    ['{ exec: { env: [{ name: AWS_PROFILE, value: dev }] } }', 'user'],
    ['{ exec: { env: [{ name: KUBE_TOKEN, value: "" }] } }', 'user'],
    [
      '{ exec: { env: [{ name: AWS_SECRET_ACCESS_KEY, value: abc }] } }',
      'shared-token',
    ],
    [
      '{ exec: { env: [7, { name: X, value: eyJh.eyJz.c2ln }] } }',
      'shared-token',
    ],
    ['{ auth-provider: { name: oidc } }', 'user'],
    [
      '{ auth-provider: { name: oidc, config: { client-secret: abc } } }',
      'user',
    ],
    [
      '{ auth-provider: { name: oidc, config: { refresh-token: abc } } }',
      'shared-token',
    ],
    [
      '{ auth-provider: { name: gcp, config: { access-token: abc } } }',
      'shared-token',
    ],
    ['abc', 'user'],
  ])('recognises %s', async (user, credential) => {
    expect((await parse(user)).credential).toBe(credential);
  });

  it.each([
    ['that is cut off', '{ token: "abc'],
    ['whose brackets do not close', '{ exec: { args: [a'],
    ['that is two documents', '{}\n---\nkind: Config\nclusters: []'],
  ])('takes no text %s', async (_, user) => {
    await expect(parse(`${user}`)).rejects.toMatchObject({
      statusCode: 502,
    });
  });

  it('prints nothing of what YAML warns of', async () => {
    const emitWarning = jest.spyOn(process, 'emitWarning');
    expect((await parse('{ token: !x super-secret }')).credential).toBe(
      'shared-token',
    );
    expect(emitWarning).not.toHaveBeenCalled();
    emitWarning.mockRestore();
  });
});
