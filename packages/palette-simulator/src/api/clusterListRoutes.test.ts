import {
  type PaletteSimulator,
  startPaletteSimulator,
} from '../startPaletteSimulator';
import { ADA, PaletteVisitor } from '../__testUtils__/PaletteVisitor';

const SEARCH = '/v1/dashboard/spectroclusters/search';

const only = (property: string, type: string, condition: object) => ({
  filter: {
    conjunction: 'and',
    filterGroups: [
      { conjunction: 'and', filters: [{ property, type, condition }] },
    ],
  },
});

const text = (property: string, value: string, more: object = {}) =>
  only(property, 'string', {
    string: { operator: 'eq', match: { values: [value] }, ...more },
  });

describe('lists of clusters', () => {
  let simulator: PaletteSimulator;
  let visitor: PaletteVisitor;
  let ada: string;

  beforeAll(async () => {
    simulator = await startPaletteSimulator();
    visitor = new PaletteVisitor(simulator);
    ada = await visitor.sessionToken(ADA);
  });
  afterAll(() => simulator.close());

  const search = (body: object, query: object = {}) =>
    visitor.call('post', SEARCH, ada).query(query).send(body);

  const namesOf = async (body: object) => {
    const answer = await search(body).expect(200);
    return (answer.body.items ?? []).map(
      ({ metadata }: { metadata: { name: string } }) => metadata.name,
    );
  };

  it('has a bare array at /meta, without deleted clusters', async () => {
    const { body } = await visitor.call(
      'get',
      '/v1/dashboard/spectroclusters/meta',
      ada,
    );
    expect(Array.isArray(body)).toBe(true);
    expect(body).toHaveLength(51);
    const types = new Set(
      body.map(
        ({ spec }: { spec: { clusterType: string } }) => spec.clusterType,
      ),
    );
    expect([...types].sort()).toEqual([
      'AlloyAssist',
      'AlloyExtend',
      'AlloyMonitor',
      'PureManage',
    ]);
    const states = new Set(
      body.map(({ status }: { status: { state: string } }) => status.state),
    );
    expect([...states].sort()).toEqual([
      'Deleting',
      'Error',
      'Importing',
      'Pending',
      'Provisioning',
      'Running',
      'Unknown',
    ]);
  });

  it('keeps virtual clusters out of /metadata when asked for hosts', async () => {
    const { body } = await visitor
      .call('get', '/v1/dashboard/spectroclusters/metadata', ada)
      .query({ quickFilter: 'hostclusters' });
    expect(body.items).toHaveLength(44);
  });

  it('pages by continue in the query, to the end', async () => {
    const first = await search({}, { limit: 50 }).expect(200);
    const { continue: token, ...meta } = first.body.listmeta;
    expect(meta).toEqual({ count: 52, limit: 50, offset: 50 });
    expect(JSON.parse(Buffer.from(token, 'base64').toString())).toEqual({
      offset: 50,
      count: 52,
      token: '',
    });
    const second = await search({}, { limit: 50, continue: token });
    expect(second.body.items).toHaveLength(2);
    expect(second.body.listmeta.continue).toBe('');
    const uids = [...first.body.items, ...second.body.items].map(
      ({ metadata }) => metadata.uid,
    );
    expect(new Set(uids).size).toBe(52);
  });

  it('ignores continue in the body', async () => {
    const first = await search({}, { limit: 5 });
    const { continue: token } = first.body.listmeta;
    const again = await search({ continue: token }, { limit: 5 });
    expect(again.body).toEqual({
      items: first.body.items.map((item: { metadata: object }) =>
        expect.objectContaining({ metadata: item.metadata }),
      ),
      listmeta: first.body.listmeta,
    });
  });

  it('gives everything for limit=0', async () => {
    const { body } = await search({}, { limit: 0 }).expect(200);
    expect(body.items).toHaveLength(52);
    expect(body.listmeta).toEqual({
      continue: '',
      count: 52,
      limit: 0,
      offset: 52,
    });
  });

  it('refuses more than 50, and what is no number or token', async () => {
    const { body } = await search({}, { limit: 51 }).expect(400);
    expect(body.message).toContain('less than or equal to 50');
    await search({}, { limit: 'many' }).expect(400);
    await search({}, { offset: -1 }).expect(400);
    await search({}, { continue: 'rubbish' }).expect(400);
  });

  it('filters by cloud, state and health, each in its own case', async () => {
    expect(await namesOf(text('clusterState', 'Importing'))).toEqual([
      'platform-imported',
    ]);
    expect(await namesOf(text('healthState', 'UnHealthy'))).toHaveLength(5);
    expect(await namesOf(text('healthState', 'Unhealthy'))).toEqual([
      'research-llm',
    ]);
    expect(await namesOf(text('healthState', 'unhealthy'))).toEqual([]);
    expect(await namesOf(text('environment', 'nested'))).toHaveLength(7);
    expect(
      await namesOf(text('environment', 'nested', { negation: true })),
    ).toHaveLength(45);
    expect(
      await namesOf(
        text('clusterName', 'SHOP-P', {
          operator: 'beginsWith',
          ignoreCase: true,
        }),
      ),
    ).toEqual(
      expect.arrayContaining(['shop-prod-eu', 'shop-prod-us', 'shop-preview']),
    );
  });

  it('shows the deleted cluster unless it is filtered out', async () => {
    const deleted = (value: boolean) =>
      only('isDeleted', 'bool', { bool: { value } });
    expect(await namesOf(deleted(true))).toEqual(['reporting-old']);
    const { body } = await search(deleted(false));
    expect(body.listmeta.count).toBe(51);
  });

  it('sorts by the fields that it knows', async () => {
    const sorted = (order: string) =>
      namesOf({ sort: [{ field: 'clusterName', order }] });
    const up = await sorted('asc');
    expect(up).toEqual([...up].sort((a, b) => a.localeCompare(b)));
    expect((await sorted('desc'))[0]).toBe('warehouse-stage');
    await search(text('colour', 'red')).expect(400);
  });

  it('tells project, cloud account and the hosts of virtual clusters', async () => {
    const { body } = await search(text('clusterName', 'payments-qa'));
    const [{ specSummary, status }] = body.items;
    expect(specSummary.projectMeta.name).toBe('payments');
    expect(specSummary.cloudConfig.cloudType).toBe('nested');
    expect(status.virtual.clusterGroup.name).toBe('shared-vclusters-eu');
    expect(status.virtual.hostCluster.name).toBe('platform-shared-prod');
    const host = await search(text('clusterName', 'platform-shared-prod'));
    expect(
      host.body.items[0].status.virtual.virtualClusters.map(
        ({ name }: { name: string }) => name,
      ),
    ).toContain('payments-qa');
    const eks = await search(text('clusterName', 'payments-prod-eu'));
    expect(eks.body.items[0].specSummary.cloudAccountMeta.name).toMatch(/^aws/);
  });

  it('writes what is empty as Go does', async () => {
    const one = async (name: string) =>
      (await search(text('clusterName', name))).body;
    const { items } = await one('payments-feature-1');
    expect((await one('nobody')).items).toBeNull();
    expect(items[0].status.health.conditions).toBeNull();
    expect(items[0].metadata.deletionTimestamp).toBe(
      '0001-01-01T00:00:00.000Z',
    );
    expect(items[0].status.clusterImport).toEqual({ isBrownfield: false });
    simulator.control.updateSettings({ nullForEmpty: false });
    expect((await one('nobody')).items).toEqual([]);
    simulator.control.updateSettings({ nullForEmpty: true });
  });

  it.each([
    ['an operator', text('clusterName', 'a', { operator: 'endsWith' })],
    ['a filter type', only('clusterName', 'text', {})],
    ['a sort order', { sort: [{ field: 'clusterName', order: 'up' }] }],
    ['a sort field', { sort: [{ field: 'colour', order: 'asc' }] }],
  ])('refuses %s that it does not know', (_, body) => search(body).expect(422));

  it('puts the longitude first', async () => {
    const { body } = await search(text('clusterName', 'sandbox-01'));
    const [longitude, latitude] = body.items[0].status.location.coordinates;
    expect(Math.abs(longitude)).toBeLessThan(90);
    expect(latitude).toBeGreaterThan(30);
  });

  it('lists the filter properties', async () => {
    const { body } = await visitor.call('get', `${SEARCH}/schema`, ada);
    expect(body.schema.properties).toContainEqual(
      expect.objectContaining({ name: 'isDeleted', type: 'bool' }),
    );
  });
});
