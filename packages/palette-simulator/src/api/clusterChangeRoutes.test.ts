import {
  type PaletteSimulator,
  startPaletteSimulator,
} from '../startPaletteSimulator';
import { newCluster } from '../__testUtils__/newCluster';
import { ADA, DANA, PaletteVisitor } from '../__testUtils__/PaletteVisitor';

const CHANGE_SECONDS = 60;
const STUCK_SECONDS = 15 * 60;

interface PackStatus {
  name: string;
  version: string;
  condition: { status: string };
}

describe('the life of a cluster', () => {
  let simulator: PaletteSimulator;
  let visitor: PaletteVisitor;
  let token: string;
  let payments: string;

  beforeAll(async () => {
    simulator = await startPaletteSimulator();
    visitor = new PaletteVisitor(simulator);
  });
  beforeEach(async () => {
    simulator.control.reset();
    token = await visitor.sessionToken(ADA);
    ({ payments } = await visitor.projects(token));
  });
  afterAll(() => simulator.close());

  const clusterOf = async (name: string) => visitor.clusterUid(token, name);
  const read = async (path: string) =>
    (
      await visitor
        .call('get', `/v1/spectroclusters/${path}`, token)
        .expect(200)
    ).body;
  const change = (
    method: 'patch' | 'post' | 'delete',
    path: string,
    body?: object,
  ) => visitor.call(method, `/v1/spectroclusters/${path}`, token).send(body);
  const later = (seconds = CHANGE_SECONDS) =>
    simulator.control.passTime(seconds);
  const stateOf = async (uid: string) => (await read(uid)).status.state;
  /** Uid of each version of a profile, oldest first. */
  const versionsOf = async (profile: string): Promise<string[]> => {
    const { body } = await visitor.call(
      'get',
      '/v1/dashboard/clusterprofiles/metadata',
      token,
    );
    return body.items
      .filter(
        ({ metadata }: { metadata: { name: string } }) =>
          metadata.name === profile,
      )
      .map(({ metadata }: { metadata: { uid: string } }) => metadata.uid);
  };

  /** A new cluster of payments, running. */
  async function createCluster(name: string, profile: string) {
    const body = newCluster('aws', name);
    body.spec.profiles = [{ uid: profile }];
    const { body: created } = await visitor
      .call('post', '/v1/spectroclusters/aws', token, payments)
      .send(body)
      .expect(201);
    return created.uid as string;
  }

  it('begins with a creation and ends with a deletion, each in its time', async () => {
    const [first] = await versionsOf('aws-infra');
    const uid = await createCluster('fresh', first);
    expect(await stateOf(uid)).toBe('Provisioning');
    later(CHANGE_SECONDS - 5);
    expect(await stateOf(uid)).toBe('Provisioning');
    later(5);
    expect(await stateOf(uid)).toBe('Running');
    await change('delete', uid).expect(204);
    await change('delete', uid).expect(204);
    expect(await stateOf(uid)).toBe('Deleting');
    later();
    expect(await stateOf(uid)).toBe('Deleted');
  });

  it('lets time pass at the clusters only: sessions stay', async () => {
    later(30 * 24 * 60 * 60);
    await visitor.call('get', '/v1/users/me', token).expect(200);
  });

  it('forgets a cluster by force once its deletion is stuck', async () => {
    const uid = await clusterOf('sandbox-01');
    simulator.control.updateSettings({ clusterChangeSeconds: 60 * 60 });
    const early = await change('delete', `${uid}?forceDelete=true`).expect(400);
    expect(early.body).toMatchObject({ code: 'ForceDeleteNotAllowed' });
    await change('delete', uid).expect(204);
    await change('delete', `${uid}?forceDelete=true`).expect(400);
    later(STUCK_SECONDS);
    await change('delete', `${uid}?forceDelete=true`).expect(204);
    expect(await stateOf(uid)).toBe('Deleted');
  });

  it('replaces nodes only once somebody has approved it', async () => {
    const [first, second] = await versionsOf('aws-infra');
    const uid = await createCluster('fresh', first);
    later();
    const wanted = { profiles: [{ uid: second, replaceWithProfile: first }] };
    const forecast = await change('post', `${uid}/validate/repave`, wanted);
    expect(forecast.body).toMatchObject({
      isRepaveRequired: true,
      reasons: [
        { pack: { current: { version: '1.31.9' }, target: { tag: '1.32.6' } } },
      ],
    });
    await change('patch', `${uid}/profiles`, wanted).expect(204);
    const waiting = await read(`${uid}/repave/status`);
    expect(waiting.status.state).toBe('Pending');
    expect(waiting.spec.reasons).toHaveLength(1);
    later();
    const packs = async () =>
      (await read(uid)).status.packs.map(
        ({ name, version, condition }: PackStatus) =>
          `${name} ${version} ${condition.status}`,
      );
    expect(await packs()).toContain('kubernetes 1.31.9 True');
    await change('patch', `${uid}/repave/approve`).expect(204);
    expect(await packs()).toContain('kubernetes 1.32.6 False');
    later();
    expect(await packs()).toContain('kubernetes 1.32.6 True');
    expect((await read(`${uid}/repave/status`)).status.state).toBe('Approved');
    await change('patch', `${uid}/repave/approve`).expect(400);
  });

  it('takes a repave back when its cause is taken back', async () => {
    const [first, second] = await versionsOf('aws-infra');
    const uid = await createCluster('fresh', first);
    later();
    await change('patch', `${uid}/profiles`, {
      profiles: [{ uid: second, replaceWithProfile: first }],
    });
    await change('patch', `${uid}/profiles`, {
      profiles: [{ uid: first, replaceWithProfile: second }],
    }).expect(204);
    expect((await read(`${uid}/repave/status`)).status.state).toBe('Reverted');
  });

  it('attaches profiles, but none with a pack that is there already', async () => {
    const [infra] = await versionsOf('aws-infra');
    const [quickstart] = await versionsOf('aws-quickstart');
    const [, newest] = await versionsOf('observability');
    const uid = await createCluster('fresh', infra);
    later();
    await change('patch', `${uid}/profiles`, {
      profiles: [{ uid: newest }],
    }).expect(204);
    const attached = await read(`${uid}/profiles`);
    expect(attached.profiles).toHaveLength(2);
    const refused = await change('patch', `${uid}/profiles`, {
      profiles: [{ uid: quickstart }],
    }).expect(400);
    expect(refused.body).toMatchObject({
      code: 'DuplicateClusterPacksForbidden',
      details: {
        errors: expect.arrayContaining([
          {
            field: 'packs.cert-manager',
            message: 'Pack cert-manager is attached by more than one profile',
          },
        ]),
      },
    });
    await change('patch', `${uid}/profiles`, {
      profiles: [{ uid: 'unknown' }],
    }).expect(404);
  });

  it('removes add-on profiles, but not what the cluster is made of', async () => {
    const [infra] = await versionsOf('aws-infra');
    const [addOn] = await versionsOf('observability');
    const uid = await createCluster('fresh', infra);
    later();
    await change('patch', `${uid}/profiles`, { profiles: [{ uid: addOn }] });
    later();
    await change('delete', `${uid}/profiles`, {
      profileUids: [infra],
    }).expect(400);
    await change('delete', `${uid}/profiles`, {
      profileUids: [addOn],
    }).expect(204);
    expect((await read(`${uid}/profiles`)).profiles).toHaveLength(1);
    await change('delete', `${uid}/profiles`, {
      profileUids: [addOn],
    }).expect(404);
  });

  it('gives variables other values, and says of each what is wrong with it', async () => {
    const [infra] = await versionsOf('aws-infra');
    const [profileUid] = await versionsOf('observability');
    const uid = await createCluster('fresh', infra);
    later();
    await change('patch', `${uid}/profiles`, {
      profiles: [{ uid: profileUid }],
    });
    const set = (variables: object[]) =>
      change('patch', `${uid}/variables`, [
        { profileUid, variables },
      ] as object);
    await set([{ name: 'retention_days', value: '30' }]).expect(204);
    const [, { variables }] = await read(`${uid}/variables`);
    expect(variables).toContainEqual(
      expect.objectContaining({ name: 'retention_days', value: '30' }),
    );
    const refused = await set([
      { name: 'retention_days', value: 'long' },
      { name: 'environment', value: 'production' },
      { name: 'nothing', value: '' },
    ]).expect(400);
    expect(refused.body.details.errors).toEqual([
      {
        field: '0.variables.retention_days',
        message: `should match '^[0-9]{1,3}$'`,
      },
      { field: '0.variables.environment', message: 'is immutable' },
      {
        field: '0.variables.nothing',
        message: 'is not a variable of the profile',
      },
    ]);
  });

  it('pauses and resumes virtual clusters, in time', async () => {
    const uid = await clusterOf('payments-feature-1');
    const lifecycle = async () =>
      (await read(uid)).status.virtual.lifecycleStatus.status;
    const pause = (on: boolean) =>
      change('patch', `${uid}/clusterConfig/lifecycleConfig`, {
        lifecycleConfig: { pause: on },
      }).expect(204);
    await pause(true);
    expect(await lifecycle()).toBe('Pausing');
    later();
    expect(await lifecycle()).toBe('Paused');
    await pause(false);
    expect(await lifecycle()).toBe('Resuming');
    later();
    expect(await lifecycle()).toBe('Running');
    const host = await clusterOf('sandbox-01');
    await change('patch', `${host}/clusterConfig/lifecycleConfig`, {
      lifecycleConfig: { pause: true },
    }).expect(400);
  });

  it('resizes pools, in time', async () => {
    const [infra] = await versionsOf('aws-infra');
    const uid = await createCluster('fresh', infra);
    later();
    const configUid = (await read(uid)).spec.cloudConfigRef.uid;
    const path = `/v1/cloudconfigs/aws/${configUid}`;
    const [controlPlane, workers] = (await visitor.call('get', path, token))
      .body.spec.machinePoolConfig;
    const resize = (pool: { name: string }, size: number) =>
      visitor.call('put', `${path}/machinePools/${pool.name}`, token).send({
        cloudConfig: { instanceType: 'm5.xlarge' },
        poolConfig: {
          labels: [],
          name: pool.name,
          size,
          maxSize: 9,
          minSize: 1,
        },
      });
    await resize(workers, workers.size + 2).expect(204);
    const machines = async () =>
      (
        await visitor.call(
          'get',
          `${path}/machinePools/${workers.name}/machines`,
          token,
        )
      ).body.items.length;
    expect(await machines()).toBe(workers.size);
    later();
    expect(await machines()).toBe(workers.size + 2);
    const refused = await resize(controlPlane, 2).expect(400);
    expect(refused.body.details.errors).toEqual([
      {
        field: 'poolConfig.size',
        message: 'The control plane pool size must be an odd number',
      },
    ]);
    await resize(workers, 10).expect(400);
  });

  it('renames and tags clusters, but gives no name twice', async () => {
    const uid = await clusterOf('sandbox-01');
    const name = (to: string) =>
      change('patch', `${uid}/metadata`, {
        metadata: { name: to, labels: { team: 'b' } },
      });
    await name('sandbox-99').expect(204);
    expect((await read(uid)).metadata).toMatchObject({
      name: 'sandbox-99',
      labels: { team: 'b' },
    });
    await name('sandbox-02').expect(400);
    await name('Not A Name').expect(400);
  });

  it('changes nothing that is no more, or not yet', async () => {
    const uid = await clusterOf('shop-loadtest');
    const refused = await change('patch', `${uid}/profiles`, {
      profiles: [],
    }).expect(400);
    expect(refused.body).toMatchObject({ code: 'InvalidClusterState' });
  });

  it('asks for the permission in the scope', async () => {
    const dana = await visitor.sessionToken(DANA);
    const { 'retail-web': retail } = await visitor.projects(dana);
    const uid = await visitor.clusterUid(dana, 'shop-stage', retail);
    for (const [method, path] of [
      ['delete', uid],
      ['patch', `${uid}/repave/approve`],
    ] as const) {
      const { body } = await visitor
        .call(method, `/v1/spectroclusters/${path}`, dana, retail)
        .expect(403);
      expect(body.code).toBe('OperationForbidden');
    }
  });
});
