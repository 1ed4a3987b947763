import type { Entity } from '@backstage/catalog-model';
import { policy } from '../policy';
import {
  CLUSTER_COUNT,
  CLUSTERS,
  type RunningCatalog,
  startCatalog,
  until,
} from './__testUtils__/startCatalog';

jest.setTimeout(120_000);

const ADA = 'ada.admin@spectro.example';
const DANA = 'dev.dana@acme.example';

describe('who sees Palette’s objects in the catalog', () => {
  let catalog: RunningCatalog;

  beforeAll(async () => {
    catalog = await startCatalog({
      without: ['allow all'],
      features: [policy],
    });
  });

  afterAll(() => catalog?.stop());

  const uidsOf = (entities: Entity[]) =>
    entities
      .map(
        ({ metadata }) =>
          metadata.annotations?.['spectrocloud.com/cluster-uid'],
      )
      .sort();

  it('is decided by what each of them sees at Palette', async () => {
    const ada = await catalog.signIn(ADA);
    const all = await until(
      () => catalog.entitiesOf(ada, CLUSTERS),
      list => list.length >= CLUSTER_COUNT,
    );
    const dana = await catalog.signIn(DANA);
    const hers = await catalog.entitiesOf(dana, CLUSTERS);

    const atPalette = await Promise.all(
      ['clusters', 'virtualclusters'].map(async list => {
        const response = await dana.fetch(`/api/spectrocloud/${list}`);
        const body = await response.json();
        const rows: Array<{
          metadata: { uid: string };
          status: { state?: string };
        }> = body.clusters ?? body.virtualClusters;
        return rows
          .filter(({ status }) => status.state !== 'Deleting')
          .map(({ metadata }) => metadata.uid);
      }),
    );
    expect(uidsOf(hers)).toEqual(atPalette.flat().sort());
    expect(hers.length).toBeGreaterThan(0);
    expect(hers.length).toBeLessThan(all.length);

    const projects = await catalog.entitiesOf(dana, 'kind=system');
    expect(projects.map(({ metadata }) => metadata.title).sort()).toEqual([
      'payments',
      'retail-web',
    ]);
    // Of no Palette, so everybody's.
    const users = await catalog.entitiesOf(dana, 'kind=user');
    expect(users.length).toBeGreaterThan(0);
  });

  it('holds for a single entity, too', async () => {
    const ada = await catalog.signIn(ADA);
    const dana = await catalog.signIn(DANA);
    const all = await catalog.entitiesOf(ada, CLUSTERS);
    const hers = new Set(uidsOf(await catalog.entitiesOf(dana, CLUSTERS)));
    const foreign = all.find(
      ({ metadata }) =>
        !hers.has(metadata.annotations?.['spectrocloud.com/cluster-uid']),
    );
    const path = `/api/catalog/entities/by-name/resource/default/${foreign?.metadata.name}`;
    expect((await ada.fetch(path)).status).toBe(200);
    expect((await dana.fetch(path)).status).toBe(404);
  });

  it('costs one question a user, whatever the number of pages', async () => {
    const dana = await catalog.signIn(DANA);
    await catalog.entitiesOf(dana, CLUSTERS);
    const questions = () =>
      catalog.backend.logs.filter(line =>
        line.includes('GET /api/spectrocloud/users/me/visibility'),
      ).length;
    const before = questions();
    expect(before).toBeGreaterThan(0);
    for (let page = 0; page < 10; page++) {
      await catalog.entitiesOf(dana, CLUSTERS);
    }
    expect(questions()).toBe(before);
  });
});
