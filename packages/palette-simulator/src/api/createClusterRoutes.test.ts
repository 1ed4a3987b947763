import {
  type PaletteSimulator,
  startPaletteSimulator,
} from '../startPaletteSimulator';
import { DANA, PaletteVisitor } from '../__testUtils__/PaletteVisitor';
import { CLUSTER_RULES } from './create/clusterRules';

const pool = (isControlPlane: boolean, size: number, cloudConfig: object) => ({
  cloudConfig,
  poolConfig: {
    isControlPlane,
    labels: [isControlPlane ? 'control-plane' : 'worker'],
    name: isControlPlane ? 'cp' : 'workers',
    size,
  },
});

const MACHINE = { instanceType: 't3.large' };
const VM = { instanceType: { diskGiB: 60, memoryMiB: 8192, numCPUs: 4 } };
const AZURE = { location: 'westeurope', sshKey: 'k', subscriptionId: 's' };
const GCP = { project: 'p', region: 'europe-west3' };

/** A good cloudConfig and a good pool for each cloud type. */
const GOOD: Record<string, [cloudConfig: object, machine: object]> = {
  aws: [{ region: 'eu-west-1' }, MACHINE],
  eks: [{ region: 'eu-west-1' }, MACHINE],
  azure: [AZURE, MACHINE],
  aks: [AZURE, MACHINE],
  gcp: [GCP, MACHINE],
  gke: [GCP, MACHINE],
  vsphere: [{ placement: { datacenter: 'dc-dallas' } }, VM],
  maas: [
    { domain: 'maas.acme.example' },
    { instanceType: { minCPU: 4 }, resourcePool: 'default' },
  ],
  'edge-native': [{}, { edgeHosts: [{ hostUid: 'edge-1' }] }],
  'apache-cloudstack': [{}, MACHINE],
};

const MANAGED = ['eks', 'aks', 'gke'];

function bodyOf(type: string, name: string) {
  const [cloudConfig, machine] = GOOD[type];
  return {
    metadata: { name, labels: { env: 'test' } },
    spec: {
      cloudAccountUid: 'account',
      cloudConfig,
      machinepoolconfig: [
        ...(MANAGED.includes(type) ? [] : [pool(true, 3, machine)]),
        pool(false, 2, machine),
      ],
      profiles: [] as { uid: string; packValues?: object[] }[],
    },
  };
}

describe('POST /v1/spectroclusters/{type}', () => {
  let simulator: PaletteSimulator;
  let visitor: PaletteVisitor;
  let dana: string;
  let payments: string;
  let now: number;

  beforeAll(async () => {
    simulator = await startPaletteSimulator({ clock: () => now });
    visitor = PaletteVisitor.create(simulator);
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

  it.each(Object.keys(GOOD))('creates a cluster on %s', async type => {
    const body = bodyOf(type, `new-${type}`);
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
    const body = {
      metadata: { name: 'feature-3' },
      spec: {
        clusterConfig: {
          hostClusterConfig: { clusterGroup: { uid: group.uid } },
        },
        machinepoolconfig: [
          { cloudConfig: { instanceType: { maxCPU: 4, minCPU: 1 } } },
        ],
      },
    };
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

  it.each(Object.keys(CLUSTER_RULES))(
    'names every field that %s lacks',
    async type => {
      const { body } = await post(type, { spec: {} }, payments).expect(422);
      expect(body.code).toBe('ValidationFailed');
      expect(body.details.errors).toContainEqual({
        field: 'metadata.name',
        message: 'metadata.name in body is required',
      });
    },
  );

  it('names the fields of each pool', async () => {
    const body = bodyOf('aws', 'new-aws');
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
    const body = bodyOf('aws', 'new-aws');
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
          { name: 'workers', displayName: 'workers', errors: [] },
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
    expect(refused.body.details).toEqual(answer);
  });

  it('finds pack values that are no YAML', async () => {
    const { body: profiles } = await visitor
      .call('post', '/v1/dashboard/clusterprofiles', dana, payments)
      .send({ filter: { profileName: { eq: 'payments-addons' } } });
    const body = bodyOf('eks', 'new-eks');
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
    const body = bodyOf('aks', 'new-aks');
    Object.assign(body.spec.machinepoolconfig[0].poolConfig, {
      updateStrategy: { maxSurge: '1' },
    });
    const { body: answer } = await post('aks/validate', body, payments);
    expect(answer.machinePools.results[0].errors[0].code).toBe(
      'UpdateStrategyNotSupported',
    );
  });

  it('wants a control plane where the cloud has none of its own', async () => {
    const body = bodyOf('aws', 'new-aws');
    body.spec.machinepoolconfig.shift();
    const { body: answer } = await post('aws/validate', body, payments);
    expect(answer.machinePools.results).toContainEqual(
      expect.objectContaining({ name: 'control-plane' }),
    );
  });

  it('refuses a name that is taken or malformed', async () => {
    const taken = bodyOf('aws', 'payments-prod-eu');
    const { body } = await post('aws', taken, payments).expect(400);
    expect(body.code).toBe('DuplicateClusterName');
    await post('aws', bodyOf('aws', 'Not A Name'), payments).expect(400);
  });

  it('needs a project, and the permission in it', async () => {
    const body = bodyOf('aws', 'new-aws');
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
