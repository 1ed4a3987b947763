import {
  type PaletteSimulator,
  startPaletteSimulator,
} from '../startPaletteSimulator';
import {
  HOST_TYPES,
  newCluster,
  newVirtualCluster,
} from '../__testUtils__/newCluster';
import { DANA, PaletteVisitor } from '../__testUtils__/PaletteVisitor';

describe('POST /v1/spectroclusters/{type}', () => {
  let simulator: PaletteSimulator;
  let visitor: PaletteVisitor;
  let dana: string;
  let payments: string;
  let now: number;

  beforeAll(async () => {
    simulator = await startPaletteSimulator({ clock: () => now });
    visitor = new PaletteVisitor(simulator);
  });
  beforeEach(async () => {
    simulator.control.reset();
    now = Date.now();
    dana = await visitor.sessionToken(DANA);
    ({ payments } = await visitor.projects(dana));
  });
  afterAll(() => simulator.close());

  const post = (path: string, body: object, project: string | undefined) =>
    visitor
      .call('post', `/v1/spectroclusters/${path}`, dana, project)
      .send(body);

  it.each(HOST_TYPES)('creates a cluster on %s', async type => {
    const body = newCluster(type, `new-${type}`);
    const answer = await post(type, body, payments).expect(201);
    expect(answer.headers.audituid).toMatch(/^[0-9a-f-]{36}$/);
    expect(await visitor.clusterUid(dana, `new-${type}`, payments)).toBe(
      answer.body.uid,
    );
    const { body: created } = await visitor.call(
      'get',
      `/v1/dashboard/spectroclusters/${answer.body.uid}`,
      dana,
      payments,
    );
    expect(created.status.state).toBe('Provisioning');
    expect(created.spec.cloudConfig.cloudType).toBe(type);
    expect(simulator.control.creations()).toEqual([
      { type, projectUid: payments, user: DANA, uid: answer.body.uid, body },
    ]);
    now += 60_000;
    const { body: later } = await visitor.call(
      'get',
      `/v1/spectroclusters/${answer.body.uid}/status`,
      dana,
      payments,
    );
    expect(later.status.state).toBe('Running');
  });

  it('creates a virtual cluster on a group', async () => {
    const { body: groups } = await visitor.call(
      'get',
      '/v1/clustergroups/hostCluster/metadata',
      dana,
      payments,
    );
    const group = groups.items.find(
      ({ name }: { name: string }) => name === 'payments-vclusters',
    );
    const body = newVirtualCluster(group.uid, 'feature-3');
    await post('virtual/validate', body, payments).expect(200);
    await post('virtual', body, payments).expect(201);
    const { body: list } = await visitor
      .call(
        'post',
        `/v1/dashboard/clustergroups/${group.uid}/virtualClusters`,
        dana,
        payments,
      )
      .send({});
    expect(list.listmeta.count).toBe(3);
  });

  it.each([
    ['aws', ['spec.cloudAccountUid', 'spec.cloudConfig']],
    ['gke', ['spec.cloudAccountUid', 'spec.cloudConfig']],
    ['vsphere', ['spec.cloudConfig']],
    ['virtual', ['spec.clusterConfig']],
  ])('names every field that %s lacks', async (type, fields) => {
    const { body } = await post(type, { spec: {} }, payments).expect(422);
    expect(body.code).toBe('ValidationFailed');
    expect(body.details.errors).toEqual(
      fields.map(field => ({
        field,
        message: `${field} in body is required`,
      })),
    );
  });

  it('names a word that the vendor does not know', async () => {
    const body = newCluster('aws', 'new-aws');
    Object.assign(body.spec, { clusterType: 'Wild' });
    const answer = await post('aws', body, payments).expect(422);
    expect(answer.body.message).toBe(
      'spec.clusterType in body should be one of [PureManage PureAttach]',
    );
  });

  it('names the fields of each pool', async () => {
    const body = newCluster('aws', 'new-aws');
    body.spec.machinepoolconfig[1].cloudConfig = {};
    const answer = await post('aws', body, payments).expect(422);
    expect(answer.body.details.errors).toEqual([
      {
        field: 'spec.machinepoolconfig.1.cloudConfig.instanceType',
        message:
          'spec.machinepoolconfig.1.cloudConfig.instanceType in body is required',
      },
    ]);
  });

  it('validates with 200 although there are findings', async () => {
    const body = newCluster('aws', 'new-aws');
    body.spec.machinepoolconfig[0].poolConfig.size = 2;
    body.spec.profiles = [{ uid: 'unknown' }];
    const { body: answer } = await post('aws/validate', body, payments).expect(
      200,
    );
    expect(answer).toEqual({
      machinePools: {
        results: [
          {
            name: 'cp',
            displayName: 'cp',
            errors: [
              {
                code: 'InvalidControlPlaneSize',
                message: 'The control plane pool size must be an odd number',
              },
            ],
          },
          { name: 'workers', displayName: 'workers', errors: null },
        ],
      },
      profiles: [
        {
          uid: 'unknown',
          packs: {
            results: [
              expect.objectContaining({
                errors: [expect.objectContaining({ code: 'ResourceNotFound' })],
              }),
            ],
          },
        },
      ],
    });
    const refused = await post('aws', body, payments).expect(400);
    expect(refused.body.code).toBe('ClusterValidationFailed');
    expect(refused.body.details.profiles).toEqual(answer.profiles);
  });

  it('finds pack values that are no YAML', async () => {
    const { body: profiles } = await visitor
      .call('post', '/v1/dashboard/clusterprofiles', dana, payments)
      .send({ filter: { profileName: { eq: 'payments-addons' } } });
    const body = newCluster('eks', 'new-eks');
    const uid = profiles.items[0].metadata.uid;
    const packValues = [{ name: 'fraud-detector', values: 'a: [1' }];
    body.spec.profiles = [{ uid, packValues }];
    const { body: answer } = await post('eks/validate', body, payments);
    expect(answer.profiles[0].packs.results).toContainEqual(
      expect.objectContaining({
        name: 'fraud-detector',
        errors: [expect.objectContaining({ code: 'InvalidValues' })],
      }),
    );
  });

  it('refuses surge settings of managed clusters', async () => {
    const body = newCluster('aks', 'new-aks');
    Object.assign(body.spec.machinepoolconfig[0].poolConfig, {
      updateStrategy: { maxSurge: '1' },
    });
    const { body: answer } = await post('aks/validate', body, payments);
    expect(answer.machinePools.results[0].errors[0].code).toBe(
      'UpdateStrategyNotSupported',
    );
  });

  it('wants a control plane where the cloud has none of its own', async () => {
    const body = newCluster('aws', 'new-aws');
    body.spec.machinepoolconfig.shift();
    const { body: answer } = await post('aws/validate', body, payments);
    expect(answer.machinePools.results).toContainEqual(
      expect.objectContaining({ name: 'control-plane' }),
    );
  });

  it('refuses a name that is taken or malformed', async () => {
    const taken = newCluster('aws', 'payments-prod-eu');
    const { body } = await post('aws', taken, payments).expect(400);
    expect(body.code).toBe('DuplicateClusterName');
  });

  it.each(['Not A Name', '1st', 'a-', '-a', 'a.b', '', 'a'.repeat(64)])(
    'refuses the name %p, which is no DNS label that starts with a letter',
    async name => {
      const answer = await post('aws', newCluster('aws', name), payments);
      expect([answer.status, answer.body.code]).toEqual([400, 'InvalidName']);
    },
  );

  it('takes a name of 63 characters', () =>
    post('aws', newCluster('aws', 'a'.repeat(63)), payments).expect(201));

  it('refuses a virtual cluster on a group that is not there', () =>
    post('virtual', newVirtualCluster('none', 'lost'), payments).expect(404));

  it('needs a project, and the permission in it', async () => {
    const body = newCluster('aws', 'new-aws');
    await post('aws', body, undefined).expect(403);
    const projects = await visitor.projects(dana);
    const answer = await post('aws', body, projects['retail-web']).expect(403);
    expect(answer.body.message).toContain('cluster.create');
  });

  it('checks a name alone', async () => {
    const check = (name: string) =>
      visitor.call(
        'get',
        `/v1/spectroclusters/validate/name?name=${name}`,
        dana,
        payments,
      );
    await check('fresh').expect(204);
    await check('payments-prod-eu').expect(400);
  });
});
