import type { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import catalogModule from '@terasky/backstage-plugin-catalog-backend-module-spectrocloud';
import {
  startPaletteSimulator,
  type PaletteSimulator,
} from 'palette-simulator';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  startBackend,
  type RunningBackend,
} from '../__testUtils__/startBackend';

jest.setTimeout(90_000);

const TOKEN = 'a-token-with-which-this-test-reads-the-catalog';
const RUN_SECONDS = 2;
/** Of the simulator's tenant: 45 hosts, one of which is gone, and 7 virtual ones. */
const CLUSTERS = 51;

describe('the objects of a Palette in the catalog', () => {
  let palette: PaletteSimulator;
  let backend: RunningBackend;

  beforeAll(async () => {
    palette = await startPaletteSimulator();
    backend = await startBackend({
      paletteUrl: palette.url,
      without: ['demo users'],
      features: [catalogPlugin, catalogModule],
      config: {
        backend: {
          auth: {
            externalAccess: [
              { type: 'static', options: { token: TOKEN, subject: 'tests' } },
            ],
          },
        },
        spectrocloud: {
          serviceTokenFor: ['catalog'],
          listTtl: { seconds: 0 },
          environments: [
            {
              name: 'demo',
              url: palette.url,
              tenant: 'demo',
              apiToken: 'backstage-demo-api-key',
              consoleUrl: 'https://palette.example',
            },
          ],
        },
        catalog: {
          providers: {
            spectrocloud: {
              demo: {
                schedule: {
                  frequency: { seconds: RUN_SECONDS },
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

  async function entities(filter: string): Promise<Entity[]> {
    const response = await fetch(
      `${backend.baseUrl}/api/catalog/entities?filter=${filter}`,
      { headers: { authorization: `Bearer ${TOKEN}` } },
    );
    expect(response.status).toBe(200);
    return response.json();
  }

  async function until<T>(
    read: () => Promise<T>,
    isDone: (value: T) => boolean,
  ): Promise<T> {
    for (let tries = 0; tries < 60; tries++) {
      const value = await read();
      if (isDone(value)) return value;
      await sleep(500);
    }
    throw new Error('Not within 30 seconds');
  }

  const clusters = () => entities('kind=resource,spec.type=kubernetes-cluster');

  it('are all there, owned and related', async () => {
    const found = await until(clusters, list => list.length >= CLUSTERS);
    expect(found).toHaveLength(CLUSTERS);
    const systems = await entities('kind=system');
    expect(systems).toHaveLength(8);

    const virtual = found.find(
      ({ metadata }) =>
        metadata.annotations?.['spectrocloud.com/cloud-type'] === 'nested',
    );
    const names = new Set(found.map(({ metadata }) => metadata.name));
    expect(virtual?.spec?.owner).toBe('group:default/palette');
    const dependencies = (virtual?.spec?.dependsOn ?? []) as string[];
    expect(
      dependencies.some(ref => names.has(ref.replace('resource:default/', ''))),
    ).toBe(true);

    const [host] = found.filter(one => one !== virtual);
    expect(host.metadata.links?.[0].url).toMatch(
      /^https:\/\/palette\.example\/projects\/\w+\/clusters\/\w+\/overview$/,
    );
    expect(
      systems.map(
        ({ metadata: { namespace, name } }) => `${namespace}/${name}`,
      ),
    ).toContain(host.spec?.system);
    const profiles = await entities(
      'kind=resource,spec.type=palette-cluster-profile',
    );
    expect(profiles.length).toBeGreaterThan(0);
    const used = found.flatMap(
      ({ spec }) => (spec?.dependsOn ?? []) as string[],
    );
    expect(
      profiles.some(({ metadata }) =>
        used.includes(`resource:default/${metadata.name}`),
      ),
    ).toBe(true);
  });

  it('are read with the API key alone, under the limits of all others', async () => {
    const kinds = palette.control
      .requests()
      .filter(({ path }) => path.startsWith('/v1/'))
      .map(({ auth }) => auth);
    expect(new Set(kinds)).toEqual(new Set(['apikey']));
  });

  it('stay while Palette fails, and the log says why', async () => {
    await until(clusters, list => list.length >= CLUSTERS);
    palette.control.fail({
      path: '/v1/dashboard',
      status: 500,
      count: 1_000,
    });
    await until(
      async () =>
        backend.logs.filter(line => line.includes('keeps its entities')),
      lines => lines.length > 0,
    );
    expect(await clusters()).toHaveLength(CLUSTERS);
    palette.control.clearFaults();
  });
});
