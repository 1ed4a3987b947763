import {
  type Definitions,
  findShapeFaults,
  type Shape,
} from '../__testUtils__/findShapeFaults';
import { ADA, PaletteVisitor } from '../__testUtils__/PaletteVisitor';
import vendor from '../__testUtils__/vendorShapes.json';
import {
  type PaletteSimulator,
  startPaletteSimulator,
} from '../startPaletteSimulator';

const endpoints = vendor.endpoints as unknown as Record<string, Shape>;
const definitions = vendor.definitions as unknown as Definitions;

/** Those that `createClusterRoutes.test.ts` and `sessionRoutes.test.ts` show. */
const SHOWN_ELSEWHERE =
  /\/validate$|^POST \/v1\/spectroclusters|^GET \/v1\/auth\/refresh|authenticate$/;

/** Found in tenant scope only. */
const TENANT = /^(GET|POST) \/v1\/(users|teams|roles|permissions)(\/|$)/;

const CLUSTERS = [
  'payments-prod-eu',
  'payments-fraud-gpu',
  'payments-dr',
  'payments-vault',
  'payments-feature-2',
];

describe("answers, by the vendor's schema", () => {
  let simulator: PaletteSimulator;
  let visitor: PaletteVisitor;
  let token: string;
  let payments: string;
  let clusterUids: string[];
  /** A uid for each path prefix that ends in one. */
  let uids: Record<string, string>;
  let manifestUid: string;

  const read = async (path: string, project?: string) =>
    (await visitor.call('get', path, token, project).expect(200)).body;

  beforeAll(async () => {
    simulator = await startPaletteSimulator();
    visitor = PaletteVisitor.create(simulator);
    token = await visitor.sessionToken(ADA);
    ({ payments } = await visitor.projects(token));
    clusterUids = await Promise.all(
      CLUSTERS.map(name => visitor.clusterUid(token, name, payments)),
    );
    const { items: profiles } = await read(
      '/v1/dashboard/clusterprofiles/metadata?name=payments-addons',
    );
    const profile = profiles[0].metadata.uid;
    const manifests = await read(
      `/v1/clusterprofiles/${profile}/packs/manifests`,
    );
    manifestUid = manifests.spec.packs[0].spec.manifests[0].uid;
    const { items: overlords } = await read('/v1/overlords');
    const { items: groups } = await read(
      '/v1/clustergroups/hostCluster/metadata',
    );
    const { items: accounts } = await read('/v1/cloudaccounts/vsphere');
    const { items: teams } = await read('/v1/teams');
    uids = {
      '/v1/clusterprofiles/': profile,
      '/v1/dashboard/clusterprofiles/': profile,
      '/v1/clustergroups/': groups[0].uid,
      '/v1/overlords/vsphere/': overlords[0].metadata.uid,
      '/v1/cloudaccounts/vsphere/': accounts[0].metadata.uid,
      '/v1/teams/': teams[0].metadata.uid,
      '/v1/users/': (await read('/v1/users/info')).userUid,
      '/v1/projects/': payments,
    };
  });
  afterAll(() => simulator.close());

  /** The addresses to try for a path of the schema; each of some clusters'. */
  function addressesOf(path: string): string[] {
    const query = path.endsWith('computecluster/resources')
      ? '?datacenter=dc-frankfurt&computecluster=compute-a'
      : '';
    if (/spectroclusters\/\{uid\}|\{objectUid\}/.test(path)) {
      const own = path.endsWith('/oidc') || path.includes('{manifestUid}');
      return clusterUids
        .slice(0, own ? 1 : undefined)
        .map(uid =>
          path
            .replace('{objectKind}/{objectUid}', `spectrocluster/${uid}`)
            .replace('{uid}', uid)
            .replace('{manifestUid}', manifestUid),
        );
    }
    const prefix = path.split('{uid}')[0];
    return [path.replace('{uid}', uids[prefix] ?? 'none') + query];
  }

  const cases = Object.keys(endpoints).filter(
    endpoint => !SHOWN_ELSEWHERE.test(endpoint),
  );

  it.each(cases)('%s', async endpoint => {
    const [method, path] = endpoint.split(' ');
    const project = TENANT.test(endpoint) ? undefined : payments;
    for (const address of addressesOf(path)) {
      const call = visitor.call(
        method === 'GET' ? 'get' : 'post',
        address,
        token,
        project,
      );
      const { body } = await (method === 'GET' ? call : call.send({})).expect(
        200,
      );
      expect(findShapeFaults(body, endpoints[endpoint], definitions)).toEqual(
        [],
      );
      expect(JSON.stringify(body)).not.toMatch(/^(\{\}|\[\])$/);
    }
  });

  it('notices what is not as it should be', () => {
    const shape = '#v1ListMetaData';
    const good = { continue: '', count: 1, limit: 50, offset: 1 };
    expect(findShapeFaults(good, shape, definitions)).toEqual([]);
    expect(
      findShapeFaults({ ...good, count: '1', more: true }, shape, definitions),
    ).toEqual(['.count is no integer', '.more is unknown']);
    expect(
      findShapeFaults(
        {},
        endpoints['POST /v1/dashboard/projects'],
        definitions,
      ),
    ).toEqual(['.items is missing']);
  });
});
