import type { BackendFeature } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import type { JsonObject } from '@backstage/types';
import catalogModule from '@terasky/backstage-plugin-catalog-backend-module-spectrocloud';
import {
  startPaletteSimulator,
  type PaletteSimulator,
} from 'palette-simulator';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { mergeConfig } from '../../__testUtils__/mergeConfig';
import { PaletteBrowser } from '../../__testUtils__/PaletteBrowser';
import {
  startBackend,
  type RunningBackend,
} from '../../__testUtils__/startBackend';

const TOKEN = 'a-token-with-which-these-tests-read-the-catalog';
const EXAMPLE_ORG = resolve(__dirname, '../../../../../examples/org.yaml');

/** Entities of clusters, as a filter of the catalog. */
export const CLUSTERS = 'kind=resource,spec.type=kubernetes-cluster';

/** Of the simulator's tenant: 45 hosts, one of which is gone and one going, and 7 virtual ones. */
export const CLUSTER_COUNT = 50;

/** The sample backend with a real catalog, filled from a simulated Palette. */
export interface RunningCatalog {
  palette: PaletteSimulator;
  backend: RunningBackend;
  /** What the catalog has, read as an administrator's script. */
  entities(filter: string): Promise<Entity[]>;
  /** What the user of a browser sees of it. */
  entitiesOf(browser: PaletteBrowser, filter: string): Promise<Entity[]>;
  /** Signs in, as soon as the catalog knows the user. */
  signIn(email: string): Promise<PaletteBrowser>;
  stop(): Promise<void>;
}

/** Reads until what was read is done. @throws after 45 seconds */
export async function until<T>(
  read: () => Promise<T> | T,
  isDone: (value: T) => boolean,
): Promise<T> {
  for (let tries = 0; tries < 90; tries++) {
    const value = await read();
    if (isDone(value)) return value;
    await sleep(500);
  }
  throw new Error('Not within 45 seconds');
}

/** Starts both; the users are the hand-written ones of the demo. */
export async function startCatalog(options: {
  /** `catalog.providers.spectrocloud.demo`; every two seconds where it says nothing else. */
  provider?: JsonObject;
  /** Merged over all other configuration. */
  config?: JsonObject | ((palette: PaletteSimulator) => JsonObject);
  features?: BackendFeature[];
  without?: Array<'allow all'>;
}): Promise<RunningCatalog> {
  const palette = await startPaletteSimulator();
  const { config = {} } = options;
  const backend = await startBackend({
    paletteUrl: palette.url,
    without: ['demo users', ...(options.without ?? [])],
    features: [catalogPlugin, catalogModule, ...(options.features ?? [])],
    config: mergeConfig(
      {
        backend: {
          auth: {
            externalAccess: [
              { type: 'static', options: { token: TOKEN, subject: 'tests' } },
            ],
          },
        },
        spectrocloud: {
          serviceTokenFor: ['catalog'],
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
          rules: [{ allow: ['User', 'Group', 'System', 'Resource'] }],
          locations: [{ type: 'file', target: EXAMPLE_ORG }],
          providers: {
            spectrocloud: {
              demo: {
                schedule: {
                  frequency: { seconds: 2 },
                  timeout: { seconds: 30 },
                  initialDelay: { seconds: 0 },
                },
                ...options.provider,
              },
            },
          },
        },
      },
      typeof config === 'function' ? config(palette) : config,
    ),
  });

  async function entities(
    filter: string,
    send: (path: string) => Promise<Response>,
  ): Promise<Entity[]> {
    const response = await send(`/api/catalog/entities?filter=${filter}`);
    if (!response.ok) throw new Error(`The catalog said ${response.status}`);
    return response.json();
  }

  return {
    palette,
    backend,
    entities: filter =>
      entities(filter, path =>
        fetch(`${backend.baseUrl}${path}`, {
          headers: { authorization: `Bearer ${TOKEN}` },
        }),
      ),
    entitiesOf: (browser, filter) =>
      entities(filter, path => browser.fetch(path)),
    async signIn(email) {
      for (let tries = 0; ; tries++) {
        const browser = new PaletteBrowser(backend);
        try {
          await browser.signIn(email);
          return browser;
        } catch (error) {
          if (tries === 30) throw error;
          await sleep(1_000);
        }
      }
    },
    async stop() {
      await backend.stop();
      await palette.close();
    },
  };
}
