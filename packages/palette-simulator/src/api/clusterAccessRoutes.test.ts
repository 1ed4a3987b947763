import {
  type PaletteSimulator,
  startPaletteSimulator,
} from '../startPaletteSimulator';
import { ADA, OLGA, PaletteVisitor } from '../__testUtils__/PaletteVisitor';

interface Item {
  metadata: { uid: string; name: string };
  action: { isDone: boolean };
}

describe('who may do what, what Palette has to say, and what can be taken away', () => {
  let simulator: PaletteSimulator;
  let visitor: PaletteVisitor;
  let ada: string;

  beforeAll(async () => {
    simulator = await startPaletteSimulator();
    visitor = new PaletteVisitor(simulator);
    ada = await visitor.sessionToken(ADA);
  });
  afterAll(() => simulator.close());

  const read = async (cluster: string, path: (uid: string) => string) =>
    visitor.call('get', path(await visitor.clusterUid(ada, cluster)), ada);

  it('are namespaces and role bindings of a cluster that is there', async () => {
    const config = (part: string) => (uid: string) =>
      `/v1/spectroclusters/${uid}/config/${part}`;
    const namespaces = await read('payments-prod-eu', config('namespaces'));
    expect(
      namespaces.body.items.map(({ metadata }: Item) => metadata.name),
    ).toEqual(['apps', 'team-.*']);
    const { body } = await read('payments-prod-eu', config('rbacs'));
    expect(body.items[0].spec.bindings).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          namespace: 'apps',
          subjects: expect.arrayContaining([
            expect.objectContaining({ name: 'dev.dana@acme.example' }),
          ]),
        }),
      ]),
    );
    const coming = await read('payments-dr', config('rbacs'));
    expect(coming.body).toEqual({ items: null });
  });

  it('is a manifest of a cluster that is imported, for those who may delete it', async () => {
    const path = (uid: string) => `/v1/spectroclusters/${uid}/import/manifest`;
    const manifest = await read('platform-imported', path);
    expect(manifest.headers['content-type']).toBe('application/octet-stream');
    expect(manifest.body.toString()).toMatch(/kind: Secret[\s\S]*token: \w+/);
    expect((await read('payments-prod-eu', path)).status).toBe(404);

    const olga = await visitor.sessionToken(OLGA);
    const { research } = await visitor.projects(ada);
    const hackday = await visitor.clusterUid(
      olga,
      'research-hackday',
      research,
    );
    const denied = await visitor.call('get', path(hackday), olga, research);
    expect(denied.status).toBe(403);
  });

  it('are notifications of the scope, and of a cluster by whether they are done', async () => {
    const list = async (query: string, projectUid?: string) => {
      const { body } = await visitor.call(
        'get',
        `/v1/notifications/?limit=0${query}`,
        ada,
        projectUid,
      );
      return (body.items ?? []) as Item[];
    };
    const all = await list('');
    const { payments } = await visitor.projects(ada);
    const own = await list('', payments);
    expect(own.length).toBeLessThan(all.length);
    const { body } = await visitor
      .call('post', '/v1/dashboard/spectroclusters/search?limit=0', ada)
      .send({});
    const outdated = body.items.filter(
      ({ status }: { status: { notifications: { isAvailable: boolean } } }) =>
        status.notifications.isAvailable,
    );
    expect(all).toHaveLength(3 * outdated.length);

    const of = async (query: string): Promise<Item[]> => {
      const path = `/v1/notifications/spectrocluster/${outdated[0].metadata.uid}`;
      return (await visitor.call('get', `${path}${query}`, ada)).body.items;
    };
    expect(await of('')).toHaveLength(3);
    const open = await of('?isDone=false');
    expect(open).toHaveLength(2);
    expect(open.some(({ action }) => action.isDone)).toBe(false);
  });

  it('is a profile as JSON, as YAML and for Terraform, and nothing else', async () => {
    const { body } = await visitor.call(
      'get',
      '/v1/dashboard/clusterprofiles/metadata',
      ada,
    );
    const [{ metadata }] = body.items;
    const text = async (path: string) =>
      (
        await visitor.call(
          'get',
          `/v1/clusterprofiles/${metadata.uid}/export${path}`,
          ada,
        )
      ).body.toString();
    expect(JSON.parse(await text('')).metadata.name).toBe(metadata.name);
    expect(await text('?format=yaml')).toContain(`name: ${metadata.name}`);
    expect(await text('/terraform')).toContain(
      'resource "spectrocloud_cluster_profile"',
    );
    const refused = await visitor.call(
      'get',
      `/v1/clusterprofiles/${metadata.uid}/export?format=xml`,
      ada,
    );
    expect(refused.status).toBe(400);
  });
});
