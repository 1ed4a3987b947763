import {
  type PaletteSimulator,
  startPaletteSimulator,
} from '../startPaletteSimulator';
import { ADA, PaletteVisitor } from '../__testUtils__/PaletteVisitor';

describe('filters, orderBy and fields', () => {
  let simulator: PaletteSimulator;
  let visitor: PaletteVisitor;
  let ada: string;

  beforeAll(async () => {
    simulator = await startPaletteSimulator();
    visitor = new PaletteVisitor(simulator);
    ada = await visitor.sessionToken(ADA);
  });
  afterAll(() => simulator.close());

  const list = (query: Record<string, string>) =>
    visitor.call('get', '/v1/cloudaccounts/summary', ada).query(query);
  const names = async (query: Record<string, string>) => {
    const { body } = await list(query).expect(200);
    return (body.items ?? []).map(
      ({ metadata }: { metadata: { name: string } }) => metadata.name,
    );
  };

  it('find what has the value, joined by AND and OR', async () => {
    expect(await names({ filters: 'metadata.name=gcp-main' })).toEqual([
      'gcp-main',
    ]);
    expect(
      await names({ filters: 'kind=awsANDmetadata.name=aws-sandbox' }),
    ).toEqual(['aws-sandbox']);
    expect(await names({ filters: 'kind=gcpORkind=maas' })).toEqual([
      'gcp-main',
      'maas-frankfurt',
    ]);
    expect(await names({ filters: 'metadata.colour=red' })).toEqual([]);
  });

  it('keep a name together that has the words in it', async () => {
    expect(await names({ filters: 'metadata.name=BRANDORRA' })).toEqual([]);
  });

  it('sort up and down, by several fields', async () => {
    expect(
      (await names({ orderBy: 'kind=-1,metadata.name=1' })).slice(0, 3),
    ).toEqual(['vsphere-dallas', 'vsphere-frankfurt', 'maas-frankfurt']);
  });

  it('count in pages', async () => {
    const { body } = await list({ filters: 'kind=vsphere', limit: '1' });
    expect(body.listmeta).toMatchObject({ count: 2, limit: 1, offset: 1 });
  });

  it('leave nothing but the fields that are wanted, and times', async () => {
    const { body } = await visitor
      .call('get', '/v1/teams', ada)
      .query({ fields: 'metadata.name' });
    expect(body.items[0].metadata).toMatchObject({
      name: 'palette-admins',
      creationTimestamp: '0001-01-01T00:00:00.000Z',
    });
    expect(body.items[0]).not.toHaveProperty('spec');
  });

  it.each<Record<string, string>>([
    { filters: 'metadata.name' },
    { orderBy: 'metadata.name' },
    { orderBy: 'kind=2' },
  ])('refuse %p', query => list(query).expect(400));
});
