import searchPlugin from '@backstage/plugin-search-backend';
import searchCatalog from '@backstage/plugin-search-backend-module-catalog';
import type { PaletteBrowser } from '../__testUtils__/PaletteBrowser';
import { policy } from '../policy';
import {
  CLUSTER_COUNT,
  CLUSTERS,
  type RunningCatalog,
  startCatalog,
  until,
} from './__testUtils__/startCatalog';

jest.setTimeout(120_000);

describe('the search page', () => {
  let catalog: RunningCatalog;

  beforeAll(async () => {
    catalog = await startCatalog({
      without: ['allow all'],
      features: [policy, searchPlugin, searchCatalog],
      config: {
        search: {
          collators: {
            catalog: {
              schedule: {
                frequency: { seconds: 3 },
                timeout: { seconds: 30 },
              },
            },
          },
        },
      },
    });
  });

  afterAll(() => catalog?.stop());

  /** Entities that a user finds by a word of their titles. */
  async function find(browser: PaletteBrowser, term: string) {
    const response = await browser.fetch(
      `/api/search/query?term=${term}&pageLimit=100`,
    );
    if (!response.ok) throw new Error(`The search said ${response.status}`);
    const { results } = await response.json();
    return (results as Array<{ document: { title: string; type?: string } }>)
      .filter(({ document }) => document.title === term)
      .map(({ document }) => document.type);
  }

  it('finds clusters and profiles, and to each user only what they see at Palette', async () => {
    const ada = await catalog.signIn('ada.admin@spectro.example');
    const dana = await catalog.signIn('dev.dana@acme.example');
    const all = await until(
      () => catalog.entitiesOf(ada, CLUSTERS),
      list => list.length >= CLUSTER_COUNT,
    );
    const hers = await catalog.entitiesOf(dana, CLUSTERS);
    const titlesOf = (entities: typeof all) =>
      entities.map(({ metadata }) => metadata.title ?? '');
    const foreign = titlesOf(all).find(one => !titlesOf(hers).includes(one));
    const [own] = titlesOf(hers);

    for (const title of [own, `${foreign}`, 'eks-infra']) {
      await until(
        // It fails until there is an index.
        () => find(ada, title).catch(() => []),
        found => found.length > 0,
      );
    }
    expect(await find(ada, own)).toEqual(['kubernetes-cluster']);
    expect(await find(dana, own)).toEqual(['kubernetes-cluster']);
    expect(await find(dana, `${foreign}`)).toEqual([]);
    expect(await find(dana, 'eks-infra')).toEqual(['palette-cluster-profile']);
  });
});
