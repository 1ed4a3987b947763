import * as fixtures from '../__fixtures__/palette';
import { answerAll } from '../__testUtils__/routeCases';
import {
  ADA,
  DANA,
  startTestApi,
  type TestApi,
} from '../__testUtils__/startTestApi';

const QUERY = '?projectUid=project-1';
const DELETE = `/clusters/cluster-1/delete${QUERY}`;
const FORCE = `/clusters/cluster-1/force-delete${QUERY}`;
const PROFILES = `/clusters/cluster-1/profiles${QUERY}`;
const REMOVAL = `/clusters/cluster-1/profiles/remove${QUERY}`;
const VARIABLES = `/clusters/cluster-1/variables${QUERY}`;
const SECRET = 'hunter22-SECRET';

const variables = {
  profiles: [
    {
      profileUid: 'profile-1',
      variables: [{ name: 'token', value: SECRET }],
    },
  ],
};

describe('changing clusters', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi({
      spectrocloud: { callTimeout: { milliseconds: 300 } },
    });
  });

  beforeEach(() => {
    api.palette.reset();
    api.tokens.reset();
    api.tokens.signIn(DANA);
    api.denied.clear();
    api.publish.mockClear();
    api.auditor.createEvent.mockClear();
    api.auditSuccess.mockClear();
    api.auditFail.mockClear();
    answerAll(api.palette);
  });

  afterAll(() => api.stop());

  /** Calls that change something. */
  const writes = () =>
    api.palette.calls.filter(({ method }) => /DELETE|PATCH|PUT/.test(method));

  it('deletes a cluster as the user, once its name is given', async () => {
    const response = await api
      .asUser()
      .post(DELETE, { name: 'prod', reason: 'No longer needed' });
    expect(response.status).toBe(202);
    expect(response.body).toEqual({ uid: 'cluster-1' });
    const [call] = writes();
    expect(writes()).toHaveLength(1);
    expect(call.path).toBe('/v1/spectroclusters/cluster-1');
    expect(call.query.get('forceDelete')).toBeNull();
    expect(call.headers.projectuid).toBe('project-1');
    expect(call.headers.authorization).toBe('token-of-dana');
    expect(call.body).toBeUndefined();
    expect(api.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'cluster-delete',
        severityLevel: 'high',
        request: expect.anything(),
        meta: {
          instance: 'demo',
          clusterUid: 'cluster-1',
          reason: 'No longer needed',
        },
      }),
    );
    expect(api.auditSuccess).toHaveBeenCalledWith({
      meta: { clusterName: 'prod', projectUid: 'project-1' },
    });
    expect(api.publish).toHaveBeenCalledWith({
      topic: 'spectrocloud.cluster-changed',
      eventPayload: {
        instance: 'demo',
        projectUid: 'project-1',
        clusterUid: 'cluster-1',
        change: 'deleted',
      },
    });
  });

  it.each(['Prod', 'prod ', 'sandbox'])(
    'deletes nothing when it is given the name %j',
    async name => {
      const response = await api.asUser().post(DELETE, { name });
      expect(response.status).toBe(400);
      expect(response.body.error.message).toContain('body.name');
      expect(writes()).toHaveLength(0);
      expect(api.auditFail).toHaveBeenCalledTimes(1);
      expect(api.publish).not.toHaveBeenCalled();
    },
  );

  it('deletes by force only with the permission for that', async () => {
    const body = { name: 'prod', reason: 'Its cloud is gone' };
    api.denied.add('spectrocloud.cluster.force-delete');
    expect((await api.asUser().post(FORCE, body)).status).toBe(403);
    expect(
      (await api.asUser().post(DELETE, { ...body, force: true })).status,
    ).toBe(400);
    expect(writes()).toHaveLength(0);
    api.denied.clear();
    api.denied.add('spectrocloud.cluster.delete');
    expect((await api.asUser().post(FORCE, body)).status).toBe(202);
    expect(writes()[0].query.get('forceDelete')).toBe('true');
    expect(api.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'cluster-force-delete',
        severityLevel: 'critical',
      }),
    );
  });

  it('acts as each user with their own session, and as nobody else', async () => {
    const lonely = await api.asUser(ADA).post(DELETE, { name: 'prod' });
    expect(lonely.status).toBe(401);
    expect(writes()).toHaveLength(0);
    api.tokens.signIn(ADA);
    await api.asUser(ADA).post(DELETE, { name: 'prod' });
    expect(writes().map(({ headers }) => headers.authorization)).toEqual([
      'token-of-ada',
    ]);
  });

  it.each([429, 500, 502, 503, 504])(
    'is not tried again after a %d',
    async status => {
      api.palette.on('DELETE /v1/spectroclusters/*', { status });
      const response = await api.asUser().post(DELETE, { name: 'prod' });
      expect(response.status).toBeGreaterThanOrEqual(500);
      expect(writes()).toHaveLength(1);
      expect(api.auditFail).toHaveBeenCalledTimes(1);
      expect(api.auditSuccess).not.toHaveBeenCalled();
      expect(api.publish).not.toHaveBeenCalled();
    },
  );

  it.each<[string, object]>([
    ['is silent', { delayMs: 600 }],
    ['hangs up', { hangUp: true }],
  ])('is not tried again when Palette %s', async (_, answer) => {
    api.palette.on('PATCH /v1/spectroclusters/*/variables', answer);
    const response = await api.asUser().post(VARIABLES, variables);
    expect([502, 504]).toContain(response.status);
    expect(writes()).toHaveLength(1);
  });

  it('asks to sign in again only while nothing has been changed', async () => {
    api.palette.on('GET /v1/spectroclusters/*', { status: 401 });
    const early = await api.asUser().post(DELETE, { name: 'prod' });
    expect(early.headers['x-spectrocloud-reauth-required']).toBe('true');
    expect(writes()).toHaveLength(0);

    answerAll(api.palette);
    await api.asUser().post(DELETE, { name: 'prod' });
    // Nothing is asked after the change, so no refused token can follow it.
    expect(api.palette.calls.at(-1)?.method).toBe('DELETE');
  });

  it('changes nothing of a cluster that is gone', async () => {
    api.palette.on('GET /v1/spectroclusters/*', {
      body: { ...fixtures.wholeCluster, status: { state: 'Deleted' } },
    });
    const response = await api.asUser().post(PROFILES, {
      profiles: [{ uid: 'profile-2' }],
    });
    expect(response.status).toBe(404);
    expect(writes()).toHaveLength(0);
  });

  it('drops what was read before', async () => {
    await api.asUser().get(`/clusters${QUERY}`);
    await api.asUser().get(`/clusters${QUERY}`);
    const searches = () =>
      api.palette.calls.filter(({ path }) => path.endsWith('/search')).length;
    expect(searches()).toBe(1);
    await api.asUser().post(DELETE, { name: 'prod' });
    await api.asUser().get(`/clusters${QUERY}`);
    expect(searches()).toBe(2);
  });

  it('removes a profile, once its name is given', async () => {
    const response = await api.asUser().post(REMOVAL, {
      profileUid: 'profile-1',
      name: 'eks-base',
      reason: 'No longer needed',
    });
    expect(response.status).toBe(202);
    expect(response.body).toEqual({ uid: 'cluster-1' });
    expect(writes()).toHaveLength(1);
    const [{ method, path, body, headers }] = writes();
    expect(`${method} ${path}`).toBe(
      'DELETE /v1/spectroclusters/cluster-1/profiles',
    );
    expect(body).toEqual({ profileUids: ['profile-1'] });
    expect(headers.projectuid).toBe('project-1');
    expect(api.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'cluster-remove-profile',
        severityLevel: 'high',
        meta: {
          instance: 'demo',
          clusterUid: 'cluster-1',
          profileUid: 'profile-1',
          reason: 'No longer needed',
        },
      }),
    );
    expect(api.publish).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['another name', 'profile-1', 'eks-bas', 'body.name'],
    ['a profile of another cluster', 'profile-2', 'eks-base', 'profileUid'],
  ])('removes nothing for %s', async (_, profileUid, name, field) => {
    const response = await api.asUser().post(REMOVAL, { profileUid, name });
    expect(response.status).toBe(400);
    expect(response.body.error.message).toContain(field);
    expect(writes()).toHaveLength(0);
    expect(api.auditFail).toHaveBeenCalledTimes(1);
  });

  it.each<[string, unknown]>([
    ['null', null],
    ['absent', undefined],
    ['full of nulls', [null, { uid: null, name: null }]],
  ])(
    'removes nothing where the profiles of the cluster are %s',
    async (_, clusterProfileTemplates) => {
      api.palette.on('GET /v1/spectroclusters/*', {
        body: {
          ...fixtures.wholeCluster,
          spec: { cloudType: 'eks', clusterProfileTemplates },
        },
      });
      const response = await api
        .asUser()
        .post(REMOVAL, { profileUid: 'profile-1', name: 'eks-base' });
      expect(response.status).toBe(400);
      expect(writes()).toHaveLength(0);
    },
  );

  it('attaches, updates and replaces profiles in one call', async () => {
    const response = await api.asUser().post(PROFILES, {
      profiles: [
        { uid: 'profile-1' },
        {
          uid: 'profile-3',
          replaces: 'profile-2',
          variables: [{ name: 'token', value: SECRET }],
          packValues: [{ name: 'cni', values: `password: ${SECRET}` }],
        },
      ],
      reason: 'Version 2',
    });
    expect(response.status).toBe(202);
    const [{ method, path, query, body }] = writes();
    expect(`${method} ${path}`).toBe(
      'PATCH /v1/spectroclusters/cluster-1/profiles',
    );
    expect(query.get('resolveNotification')).toBe('true');
    expect(body).toEqual({
      profiles: [
        { uid: 'profile-1' },
        {
          uid: 'profile-3',
          replaceWithProfile: 'profile-2',
          variables: [{ name: 'token', value: SECRET }],
          packValues: [{ name: 'cni', values: `password: ${SECRET}` }],
        },
      ],
    });
    const [[audited]] = api.auditor.createEvent.mock.calls;
    expect(JSON.stringify(audited.meta)).not.toContain(SECRET);
    expect(audited.meta).toMatchObject({
      reason: 'Version 2',
      profiles: [
        { uid: 'profile-1', variables: [], packs: [] },
        {
          uid: 'profile-3',
          replaces: 'profile-2',
          variables: ['token'],
          packs: ['cni'],
        },
      ],
    });
    expect(api.publish).toHaveBeenCalledWith(
      expect.objectContaining({
        eventPayload: expect.objectContaining({ change: 'changed' }),
      }),
    );
  });

  it.each([
    [
      400,
      {
        code: 'InvalidVariable',
        message: 'Validation failed',
        details: [
          { field: 'variables.region', code: 'Regex', message: 'Not a region' },
        ],
      },
      [{ field: 'variables.region', code: 'Regex', message: 'Not a region' }],
    ],
    [
      409,
      { code: 'ClusterBusy', message: 'An update is running', details: null },
      [{ field: '', code: 'ClusterBusy', message: 'An update is running' }],
    ],
    [
      422,
      {
        code: 'DuplicateClusterPacksForbidden',
        message: 'x',
        details: { packs: { cni: 'is there twice' } },
      },
      [{ field: 'packs.cni', message: 'is there twice' }],
    ],
    [422, 'not JSON', [{ field: '', message: 'No reason given' }]],
  ])('says what Palette refuses with %d, field by field', async (...given) => {
    const [status, body, findings] = given;
    api.palette.on('PATCH /v1/spectroclusters/*/profiles', { status, body });
    const response = await api.asUser().post(PROFILES, {
      profiles: [{ uid: 'profile-2' }],
    });
    expect(response.status).toBe(422);
    expect(response.body.error.message).toBe(
      'Palette does not accept the change',
    );
    expect(response.body.error.findings).toEqual(findings);
  });

  it('keeps values out of refusals, logs and the audit', async () => {
    api.palette.on('PATCH /v1/spectroclusters/*/variables', {
      status: 400,
      body: { code: 'Bad', message: `The value ${SECRET} is too short` },
    });
    const response = await api.asUser().post(VARIABLES, variables);
    expect(response.status).toBe(422);
    expect(response.text).toContain('is too short');
    const told = JSON.stringify([
      response.text,
      api.logger.debug.mock.calls,
      api.logger.warn.mock.calls,
      api.auditor.createEvent.mock.calls.map(([{ meta }]) => meta),
      api.auditFail.mock.calls.map(([{ error }]) => String(error)),
    ]);
    expect(told).not.toContain(SECRET);
  });

  it('tells what changed profiles would do, and changes nothing', async () => {
    const response = await api
      .asUser()
      .post(`/clusters/cluster-1/profiles/validate${QUERY}`, {
        profiles: [{ uid: 'profile-3', replaces: 'profile-1' }],
      });
    expect(response.body).toEqual({
      valid: true,
      findings: [],
      repave: {
        required: true,
        reasons: [
          {
            code: 'PackVersionChanged',
            message: 'The kubernetes pack has a newer version',
            pack: { name: 'kubernetes-eks', from: '1.30.2', to: '1.31.0' },
          },
        ],
      },
    });
    expect(writes()).toHaveLength(0);
  });

  it('tells less where a Palette does', async () => {
    api.palette.on('POST /v1/spectroclusters/*/validate/repave', {
      status: 404,
    });
    const path = `/clusters/cluster-1/profiles/validate${QUERY}`;
    const body = { profiles: [{ uid: 'profile-3' }] };
    const silent = await api.asUser().post(path, body);
    expect(silent.body).toEqual({ valid: true, findings: [] });
    api.palette.on('POST /v1/spectroclusters/*/validate/packs', {
      body: {
        machinePools: null,
        profiles: [
          {
            uid: 'profile-3',
            packs: { results: [{ name: 'cni', errors: [{ code: 'Odd' }] }] },
          },
        ],
      },
    });
    const refused = await api.asUser().post(path, body);
    expect(refused.status).toBe(422);
    expect(refused.body.error.findings).toEqual([
      { field: 'profiles.profile-3.cni', code: 'Odd', message: 'Odd' },
    ]);
  });

  it('keeps values out of what Palette finds wrong with changed profiles', async () => {
    const error = { code: 'Odd', message: `${SECRET} is no token` };
    api.palette.on('POST /v1/spectroclusters/*/validate/packs', {
      body: { profiles: [{ packs: { results: [{ errors: [error] }] } }] },
    });
    const token = { name: 'token', value: SECRET };
    const refused = await api
      .asUser()
      .post(`/clusters/cluster-1/profiles/validate${QUERY}`, {
        profiles: [{ uid: 'profile-3', variables: [token] }],
      });
    expect(refused.status).toBe(422);
    expect(refused.body.error.findings).toEqual([
      { field: 'profiles', code: 'Odd', message: '[redacted] is no token' },
    ]);
  });

  it('gives the values of variables, but of no secret', async () => {
    const response = await api
      .asUser()
      .get(`/clusters/cluster-1/variables${QUERY}`);
    const [{ variables: listed }] = response.body.profiles;
    expect(listed[0]).toMatchObject({ name: 'region', value: 'eu-west-1' });
    expect(listed[1]).toMatchObject({ name: 'token', isSensitive: true });
    expect(listed[1].value).toBeUndefined();
    expect(response.text).not.toContain('SECRET');
  });

  it('approves a repave, once', async () => {
    const path = `/clusters/cluster-1/repave/approve${QUERY}`;
    api.denied.add('spectrocloud.cluster.approve-repave');
    expect((await api.asUser().post(path, {})).status).toBe(403);
    api.denied.clear();
    expect((await api.asUser().post(path, {})).status).toBe(202);
    expect(writes().map(({ path: to }) => to)).toEqual([
      '/v1/spectroclusters/cluster-1/repave/approve',
    ]);
  });

  it('pauses and resumes virtual clusters, and no others', async () => {
    for (const pause of [true, false]) {
      await api
        .asUser()
        .post(`/clusters/virtual-1/lifecycle${QUERY}`, { pause });
    }
    expect(writes().map(({ body }) => body)).toEqual([
      { lifecycleConfig: { pause: true } },
      { lifecycleConfig: { pause: false } },
    ]);
    const host = await api
      .asUser()
      .post(`/clusters/cluster-1/lifecycle${QUERY}`, { pause: true });
    expect(host.status).toBe(400);
    expect(writes()).toHaveLength(2);
  });

  it('resizes a pool, and keeps everything else of it', async () => {
    const kept = {
      name: 'worker-pool',
      labels: ['worker'],
      taints: [{ key: 'gpu', value: 'yes', effect: 'NoSchedule' }],
      additionalLabels: { tier: 'a' },
      updateStrategy: { type: 'RollingUpdateScaleOut' },
      isControlPlane: false,
    };
    api.palette.on('GET /v1/cloudconfigs/eks/*', {
      body: {
        spec: {
          machinePoolConfig: [
            {
              ...kept,
              size: 1,
              minSize: 1,
              maxSize: 3,
              azs: ['eu-west-1a'],
              subnetIds: { 'eu-west-1a': 'subnet-1' },
              instanceType: 'm5.xlarge',
              instanceConfig: { name: 'm5.xlarge', numCPUs: 4 },
              spotMarketOptions: null,
            },
          ],
        },
      },
    });
    const path = `/clusters/cluster-1/nodepools${QUERY}`;
    const response = await api
      .asUser()
      .post(path, { pool: 'worker-pool', size: 5, maxSize: 6 });
    expect(response.status).toBe(202);
    expect(writes()[0].path).toBe(
      '/v1/cloudconfigs/eks/config-1/machinePools/worker-pool',
    );
    expect(writes()[0].body).toEqual({
      cloudConfig: {
        azs: ['eu-west-1a'],
        instanceType: 'm5.xlarge',
        subnets: [{ az: 'eu-west-1a', id: 'subnet-1' }],
      },
      poolConfig: { ...kept, size: 5, minSize: 1, maxSize: 6 },
    });
    const unknown = await api.asUser().post(path, { pool: 'other', size: 5 });
    expect(unknown.status).toBe(404);
    api.palette.on('GET /v1/spectroclusters/*', {
      body: {
        ...fixtures.wholeCluster,
        spec: { ...fixtures.wholeCluster.spec, cloudType: 'edge-native' },
      },
    });
    api.palette.on('GET /v1/cloudconfigs/edge-native/*', {
      body: fixtures.cloudConfig,
    });
    const edge = await api
      .asUser()
      .post(path, { pool: 'worker-pool', size: 5 });
    expect(edge.status).toBe(400);
    expect(edge.body.error.message).toContain('edge-native');
    expect(writes()).toHaveLength(1);
  });

  it('keeps name, tags and description that it is not to change', async () => {
    const described = {
      ...fixtures.wholeCluster,
      metadata: {
        ...fixtures.wholeCluster.metadata,
        labels: { team: 'a', old: 'spectro__tag' },
        annotations: { description: 'Ours', ownerUid: 'x' },
      },
    };
    api.palette.on('GET /v1/spectroclusters/*', { body: described });
    const path = `/clusters/cluster-1/metadata${QUERY}`;
    await api.asUser().post(path, { labels: { team: 'b' } });
    await api.asUser().post(path, { name: 'other' });
    const nothing = await api.asUser().post(path, { reason: 'None' });
    expect(nothing.status).toBe(400);
    expect(writes().map(({ body }) => body)).toEqual([
      {
        metadata: {
          name: 'prod',
          labels: { team: 'b' },
          annotations: { description: 'Ours' },
        },
      },
      {
        metadata: {
          name: 'other',
          labels: { team: 'a', old: 'spectro__tag' },
          annotations: { description: 'Ours' },
        },
      },
    ]);
  });

  it.each<[string, object, string]>([
    ['a line break', { reason: 'a\nb' }, 'body.reason'],
    ['hidden direction marks', { reason: 'a\u202eb' }, 'body.reason'],
    ['nothing but blanks', { reason: '   ' }, 'body.reason'],
    ['a novel', { reason: 'a'.repeat(501) }, 'body.reason'],
    ['another field', { recursive: true }, 'body'],
  ])('does not take %s', async (_, extra, names) => {
    const response = await api
      .asUser()
      .post(DELETE, { name: 'prod', ...extra });
    expect(response.status).toBe(400);
    expect(response.body.error.message).toContain(names);
    expect(api.palette.calls).toHaveLength(0);
  });
});
