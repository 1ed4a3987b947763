import * as fixtures from '../__fixtures__/palette';
import { newCluster } from '../__testUtils__/routeCases';
import {
  DANA,
  startTestApi,
  type TestApi,
} from '../__testUtils__/startTestApi';
import { toPlacementOptions } from '../mapping/placement';

const SCOPE = 'projectUid=project-1';
const ACCOUNT = '/cloudaccounts/eks/account-1/placement';

describe('placement', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi();
  });

  beforeEach(() => {
    api.palette.reset();
    api.tokens.reset();
    api.tokens.signIn(DANA);
  });

  afterAll(() => api.stop());

  it("asks for the account's own, in the project", async () => {
    api.palette.on('GET /v1/clouds/aws/regions/*/vpcs', {
      body: fixtures.awsVpcs,
    });
    const { body } = await api
      .asUser()
      .get(`${ACCOUNT}/networks?region=eu-west-1&${SCOPE}`);
    expect(body.options).toEqual([
      {
        value: 'vpc-1',
        name: 'shared',
        cidr: '10.0.0.0/16',
        subnets: [
          { value: 'subnet-1', name: 'a', zone: 'eu-west-1a', isPrivate: true },
        ],
      },
      { value: 'vpc-2', subnets: [] },
    ]);
    const [call] = api.palette.calls.slice(-1);
    expect(call.path).toBe('/v1/clouds/aws/regions/eu-west-1/vpcs');
    expect(call.query.get('cloudAccountUid')).toBe('account-1');
  });

  it('knows machines by their figures', async () => {
    api.palette.on('GET /v1/clouds/aws/regions/*/instancetypes', {
      body: fixtures.awsInstanceTypes,
    });
    const { body } = await api
      .asUser()
      .get(`${ACCOUNT}/instance-types?region=eu-west-1&${SCOPE}`);
    expect(body.options).toEqual([
      { value: 't3.large', cpu: 2, memory: 8, hourlyPrice: 0.0832 },
      { value: 'g4dn.xlarge', cpu: 4, memory: 16, gpu: 1 },
    ]);
  });

  it.each([
    [`${ACCOUNT}/domains`, "There are no domains of the cloud 'aws'"],
    [`${ACCOUNT}/zones`, 'query.region is required here'],
    ['/cloudaccounts/toString/a/placement/regions', 'params.cloudType'],
    [
      '/cloudaccounts/constructor/a/placement/regions',
      "of the cloud 'constructor'",
    ],
    [`${ACCOUNT}/zones?region=..%2F..%2Fx`, 'query.region'],
    [`${ACCOUNT}/secrets`, 'kind'],
  ])('refuses %s', async (path, words) => {
    const { status, body } = await api.asUser().get(path);
    expect(status).toBe(400);
    expect(body.error.message).toContain(words.replace('params', 'path'));
    expect(api.palette.calls).toEqual([]);
  });

  it("estimates with Palette's own figures, and not for virtual clusters", async () => {
    api.palette.on('POST /v1/spectroclusters/*/rate', {
      body: fixtures.clusterRate,
    });
    const { body } = await api
      .asUser()
      .post(`/clusters/rate?${SCOPE}`, newCluster);
    expect(body).toEqual({
      total: 0.5,
      compute: 0.4,
      storage: 0.1,
      pools: [{ name: 'worker', nodes: 2, total: 0.25 }],
    });
    const virtual = await api.asUser().post(`/clusters/rate?${SCOPE}`, {
      cloudType: 'virtual',
      metadata: { name: 'v' },
      spec: { clusterConfig: { hostClusterConfig: {} } },
    });
    expect(virtual.status).toBe(404);
  });

  it('makes nothing of what Palette leaves out', () => {
    expect(toPlacementOptions({ regions: null, items: [{}] })).toEqual([]);
    expect(
      toPlacementOptions({ keyNames: ['one', null as unknown as string] }),
    ).toEqual([{ value: 'one' }]);
  });
});
