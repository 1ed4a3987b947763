import type { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import catalogModule from '@terasky/backstage-plugin-catalog-backend-module-spectrocloud';
import {
  startPaletteSimulator,
  type PaletteSimulator,
} from 'palette-simulator';
import { setTimeout as sleep } from 'node:timers/promises';
import { resolve } from 'node:path';
import { PaletteBrowser } from '../__testUtils__/PaletteBrowser';
import {
  startBackend,
  type RunningBackend,
} from '../__testUtils__/startBackend';
import { policy } from '../policy';

jest.setTimeout(120_000);

/** Of the simulator's tenant: 45 hosts, one of which is gone, and 7 virtual ones. */
const CLUSTER_COUNT = 51;

describe('who sees Palette’s objects in the catalog', () => {
  let palette: PaletteSimulator;
  let backend: RunningBackend;

  beforeAll(async () => {
    palette = await startPaletteSimulator();
    backend = await startBackend({
      paletteUrl: palette.url,
      without: ['demo users', 'allow all'],
      features: [catalogPlugin, catalogModule, policy],
      config: {
        spectrocloud: {
          serviceTokenFor: ['catalog'],
          environments: [
            {
              name: 'demo',
              url: palette.url,
              tenant: 'demo',
              apiToken: 'backstage-demo-api-key',
            },
          ],
        },
        catalog: {
          rules: [{ allow: ['User', 'Group', 'System', 'Resource'] }],
          locations: [
            {
              type: 'file',
              target: resolve(__dirname, '../../../../examples/org.yaml'),
            },
          ],
          providers: {
            spectrocloud: {
              demo: {
                schedule: {
                  frequency: { seconds: 5 },
                  timeout: { seconds: 30 },
                },
              },
            },
          },
        },
      },
    });
  });

  afterAll(async () => {
    await backend?.stop();
    await palette?.close();
  });

  /** What a user sees, once all of it is there. */
  async function entitiesOf(
    browser: PaletteBrowser,
    filter: string,
  ): Promise<Entity[]> {
    const response = await browser.fetch(
      `/api/catalog/entities?filter=${filter}`,
    );
    expect(response.status).toBe(200);
    return response.json();
  }

  const CLUSTERS = 'kind=resource,spec.type=kubernetes-cluster';

  const uidsOf = (entities: Entity[]) =>
    entities
      .map(
        ({ metadata }) =>
          metadata.annotations?.['spectrocloud.com/cluster-uid'],
      )
      .sort();

  async function signIn(user: string): Promise<PaletteBrowser> {
    for (let tries = 0; ; tries++) {
      const browser = PaletteBrowser.create(backend);
      try {
        await browser.signIn(user);
        return browser;
      } catch (error) {
        // Until the catalog has read the users.
        if (tries === 30) throw error;
        await sleep(1_000);
      }
    }
  }

  it('is decided by what each of them sees at Palette', async () => {
    const ada = await signIn('ada.admin@spectro.example');
    let all: Entity[] = [];
    for (let tries = 0; all.length < CLUSTER_COUNT && tries < 90; tries++) {
      all = await entitiesOf(ada, CLUSTERS);
      await sleep(500);
    }
    const dana = await signIn('dev.dana@acme.example');
    const hers = await entitiesOf(dana, CLUSTERS);

    const atPalette = await Promise.all(
      ['clusters', 'virtualclusters'].map(async list => {
        const response = await dana.fetch(`/api/spectrocloud/${list}`);
        const body = await response.json();
        const rows = body.clusters ?? body.virtualClusters;
        return rows.map(
          ({ metadata }: { metadata: { uid: string } }) => metadata.uid,
        );
      }),
    );
    expect(uidsOf(hers)).toEqual(atPalette.flat().sort());
    expect(hers.length).toBeGreaterThan(0);
    expect(hers.length).toBeLessThan(all.length);

    const projects = await entitiesOf(dana, 'kind=system');
    expect(projects.map(({ metadata }) => metadata.title).sort()).toEqual([
      'payments',
      'retail-web',
    ]);
    // Of no Palette, so everybody's.
    expect((await entitiesOf(dana, 'kind=user')).length).toBeGreaterThan(0);
  });

  it('holds for a single entity, too', async () => {
    const ada = await signIn('ada.admin@spectro.example');
    const dana = await signIn('dev.dana@acme.example');
    const all = await entitiesOf(ada, CLUSTERS);
    const hers = new Set(uidsOf(await entitiesOf(dana, CLUSTERS)));
    const foreign = all.find(
      ({ metadata }) =>
        !hers.has(metadata.annotations?.['spectrocloud.com/cluster-uid']),
    );
    const path = `/api/catalog/entities/by-name/resource/default/${foreign?.metadata.name}`;
    expect((await ada.fetch(path)).status).toBe(200);
    expect((await dana.fetch(path)).status).toBe(404);
  });

  it('costs one question a user, whatever the number of pages', async () => {
    const dana = await signIn('dev.dana@acme.example');
    await entitiesOf(dana, CLUSTERS);
    const questions = () =>
      backend.logs.filter(line =>
        line.includes('GET /api/spectrocloud/users/me/visibility'),
      ).length;
    const before = questions();
    for (let page = 0; page < 10; page++) {
      await entitiesOf(dana, CLUSTERS);
    }
    expect(questions()).toBe(before);
  });
});
