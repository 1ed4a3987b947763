import * as fixtures from '../__fixtures__/palette';
import {
  answerAll,
  newCluster,
  newVirtualCluster,
} from '../__testUtils__/routeCases';
import {
  DANA,
  startTestApi,
  type TestApi,
} from '../__testUtils__/startTestApi';

const QUERY = '?projectUid=project-1';
const pools = [{ cloudConfig: {} }];
const azure = {
  location: 'westeurope',
  sshKey: 'ssh-rsa A',
  subscriptionId: 's',
};
const google = { project: 'p', region: 'europe-west1' };

const clouds = [
  {
    cloudType: 'eks',
    cloudConfig: { region: 'eu-west-1' },
    requires: 'region',
  },
  {
    cloudType: 'aws',
    cloudConfig: { region: 'eu-west-1' },
    requires: 'region',
  },
  { cloudType: 'aks', cloudConfig: azure, requires: 'subscriptionId' },
  { cloudType: 'azure', cloudConfig: azure, requires: 'location' },
  { cloudType: 'gcp', cloudConfig: google, requires: 'project' },
  { cloudType: 'gke', cloudConfig: google, requires: 'region' },
  {
    cloudType: 'vsphere',
    cloudConfig: { placement: { datacenter: 'north' } },
    requires: 'placement',
  },
  {
    cloudType: 'maas',
    cloudConfig: { domain: 'maas.example' },
    requires: 'domain',
  },
];

describe('creating clusters', () => {
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
    api.auditor.createEvent.mockClear();
    api.auditSuccess.mockClear();
    api.auditFail.mockClear();
    answerAll(api.palette);
  });

  afterAll(() => api.stop());

  describe.each(clouds)(
    '$cloudType',
    ({ cloudType, cloudConfig, requires }) => {
      const creation = {
        cloudType,
        metadata: { name: 'new-cluster', labels: { team: 'a' } },
        spec: {
          cloudAccountUid: 'account-1',
          cloudConfig: { ...cloudConfig, further: 'kept' },
          machinepoolconfig: pools,
          profiles: [{ uid: 'profile-1' }],
        },
      };

      it('sends what Palette wants, once, in the project', async () => {
        const response = await api.asUser().post(`/clusters${QUERY}`, creation);
        expect(response.status).toBe(201);
        expect(response.body).toEqual({ uid: 'cluster-9' });
        expect(api.palette.calls).toHaveLength(1);
        const [call] = api.palette.calls;
        expect(call.path).toBe(`/v1/spectroclusters/${cloudType}`);
        expect(call.headers.projectuid).toBe('project-1');
        const { cloudType: _cloudType, ...body } = creation;
        expect(call.body).toEqual(body);
      });

      it(`requires ${requires}`, async () => {
        const { [requires as never]: _missing, ...rest } = cloudConfig;
        const response = await api.asUser().post(`/clusters${QUERY}`, {
          ...creation,
          spec: { ...creation.spec, cloudConfig: rest },
        });
        expect(response.status).toBe(400);
        expect(response.body.error.message).toContain(
          `body.spec.cloudConfig.${requires}`,
        );
        expect(api.palette.calls).toHaveLength(0);
      });
    },
  );

  it.each(['/clusters', '/clusters/validate', '/virtualclusters'])(
    'refuses a body of %s that is nested too deeply to be sent on',
    async path => {
      const { spec, ...rest } =
        path === '/virtualclusters' ? newVirtualCluster : newCluster;
      const levels = 20_000;
      const text = JSON.stringify({ ...rest, spec: { ...spec, deep: 0 } });
      const response = await api
        .asUser()
        .post(`${path}${QUERY}`)
        .type('json')
        .send(
          text.replace(
            '"deep":0',
            `"deep":${'['.repeat(levels)}${']'.repeat(levels)}`,
          ),
        );
      expect(response.status).toBe(400);
      expect(response.body.error.message).toContain('nested');
      expect(api.palette.calls).toHaveLength(0);
    },
  );

  it('creates virtual clusters by both routes', async () => {
    await api.asUser().post(`/virtualclusters${QUERY}`, newVirtualCluster);
    await api.asUser().post(`/clusters${QUERY}`, {
      cloudType: 'virtual',
      ...newVirtualCluster,
    });
    expect(api.palette.lines).toEqual([
      'POST /v1/spectroclusters/virtual',
      'POST /v1/spectroclusters/virtual',
    ]);
    expect(api.palette.calls[0].body).toEqual(newVirtualCluster);
  });

  it.each([
    [{ ...newCluster, cloudType: 'edge' }, 'body.cloudType'],
    [{ ...newCluster, cloudType: '../users' }, 'body.cloudType'],
    [{ ...newCluster, metadata: {} }, 'body.metadata.name'],
    [{ ...newCluster, extra: true }, 'body'],
    [{}, 'body.cloudType'],
  ])('refuses %j', async (body, names) => {
    const response = await api.asUser().post(`/clusters${QUERY}`, body);
    expect(response.status).toBe(400);
    expect(response.body.error.message).toContain(names);
    expect(api.palette.calls).toHaveLength(0);
  });

  it.each([500, 502, 503, 504])(
    'is not tried again after a %s',
    async status => {
      api.palette.on('POST /v1/spectroclusters/eks', { status });
      const response = await api.asUser().post(`/clusters${QUERY}`, newCluster);
      expect(response.status).toBe(502);
      expect(api.palette.calls).toHaveLength(1);
    },
  );

  it('is not tried again after a silence or a broken connection', async () => {
    for (const answer of [{ delayMs: 500 }, { hangUp: true }]) {
      api.palette.calls.length = 0;
      api.palette.on('POST /v1/spectroclusters/eks', answer);
      const response = await api.asUser().post(`/clusters${QUERY}`, newCluster);
      expect(response.status).toBeGreaterThanOrEqual(502);
      expect(api.palette.calls).toHaveLength(1);
    }
  });

  it(`answers 422 with Palette's findings by field`, async () => {
    api.palette.on('POST /v1/spectroclusters/eks', {
      status: 422,
      body: {
        code: 'InvalidCluster',
        message: 'invalid',
        details: {
          machinePools: [
            { name: 'worker', message: 'too few nodes', code: 'TooFew' },
          ],
          'spec.cloudConfig': 'no such region, ApiKey: abcd-1234',
        },
      },
    });
    const response = await api.asUser().post(`/clusters${QUERY}`, newCluster);
    expect(response.status).toBe(422);
    expect(response.body.error.name).toBe('UnprocessableClusterError');
    expect(response.body.error.findings).toEqual([
      {
        field: 'machinePools.worker',
        code: 'TooFew',
        message: 'too few nodes',
      },
      {
        field: 'spec.cloudConfig',
        message: 'no such region, ApiKey: [redacted]',
      },
    ]);
    expect(api.auditFail).toHaveBeenCalledTimes(1);
  });

  it('does not take a validation that holds errors for a success', async () => {
    const valid = await api
      .asUser()
      .post(`/clusters/validate${QUERY}`, newCluster);
    expect(valid.status).toBe(200);
    expect(valid.body).toEqual({ valid: true, findings: [] });
    api.palette.on('POST /v1/spectroclusters/eks/validate', {
      body: fixtures.validationBad,
    });
    const invalid = await api
      .asUser()
      .post(`/clusters/validate${QUERY}`, newCluster);
    expect(invalid.status).toBe(422);
    expect(invalid.body.error.findings).toEqual([
      {
        field: 'machinePools.worker',
        code: 'InvalidSize',
        message: 'size must be at least 1',
      },
      {
        field: 'profiles.profile-1.kubernetes-eks',
        code: 'Deprecated',
        message: 'version is deprecated',
      },
    ]);
  });

  it('keeps the values of variables out of what Palette says of them', async () => {
    const value = 's3cret-pager';
    const withSecret = {
      ...newCluster,
      spec: {
        ...newCluster.spec,
        profiles: [{ uid: 'p1', variables: [{ name: 'pager', value }] }],
      },
    };
    const message = `${value} does not match`;
    const bad = { errors: [{ code: 'Invalid', message }] };
    const answers = [
      { path: '', status: 422, body: { message } },
      { path: '', status: 422, body: { details: { variables: [message] } } },
      { path: '', status: 400, body: { message } },
      { path: '/validate', status: 422, body: { message } },
      {
        path: '/validate',
        status: 200,
        body: { profiles: [{ uid: 'p1', packs: { results: [bad] } }] },
      },
      { path: '/rate', status: 400, body: { message } },
    ];
    for (const { path, status, body } of answers) {
      api.palette.on(`POST /v1/spectroclusters/eks${path}`, { status, body });
      const response = await api
        .asUser()
        .post(`/clusters${path}${QUERY}`, withSecret);
      expect(api.palette.calls.at(-1)?.body).toMatchObject({
        spec: { profiles: withSecret.spec.profiles },
      });
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(response.text).toContain('[redacted] does not match');
      expect(response.text).not.toContain(value);
      expect(String(api.auditFail.mock.lastCall?.[0].error)).not.toContain(
        value,
      );
    }
  });

  it('is audited, and what was listed before is forgotten', async () => {
    const clusters = () => api.asUser().get(`/clusters${QUERY}`);
    await clusters();
    await clusters();
    expect(api.palette.calls).toHaveLength(1);
    await api.asUser().post(`/clusters${QUERY}`, newCluster);
    expect(api.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'cluster-create',
        meta: {
          instance: 'demo',
          projectUid: 'project-1',
          cloudType: 'eks',
          name: 'new-cluster',
        },
      }),
    );
    expect(api.auditSuccess).toHaveBeenCalledWith({
      meta: { clusterUid: 'cluster-9' },
    });
    await clusters();
    expect(api.palette.calls).toHaveLength(3);
  });

  it('is told to whoever keeps a list of clusters, and works where that fails', async () => {
    api.publish.mockRejectedValueOnce(new Error('the bus is down'));
    for (let created = 0; created < 2; created++) {
      api.publish.mockClear();
      const { status } = await api
        .asUser()
        .post(`/clusters${QUERY}`, newCluster);
      expect(status).toBe(201);
      expect(api.publish.mock.calls).toEqual([
        [
          {
            topic: 'spectrocloud.cluster-changed',
            eventPayload: {
              instance: 'demo',
              projectUid: 'project-1',
              clusterUid: 'cluster-9',
              change: 'created',
            },
          },
        ],
      ]);
    }
  });

  it('is told to nobody where Palette refuses', async () => {
    api.publish.mockClear();
    api.palette.on('POST /v1/spectroclusters/*', { status: 400, body: {} });
    await api.asUser().post(`/clusters${QUERY}`, newCluster);
    expect(api.publish).not.toHaveBeenCalled();
  });
});
