import { createContext } from '../createContext';
import { ODDITIES } from '../oddities';
import { DEFAULT_SETTINGS, type SimulatorSettings } from '../settings';
import {
  type PaletteSimulator,
  startPaletteSimulator,
} from '../startPaletteSimulator';
import { findShapeFaults } from '../__testUtils__/findShapeFaults';
import { PaletteTour, type TourAnswer } from '../__testUtils__/PaletteTour';
import { listRoutes } from '../vendor/listRoutes';
import type { Endpoint } from '../vendor/Shape';
import { ENDPOINTS } from '../vendor/vendorTable';
import { createApiRouter } from './createApiRouter';

jest.setTimeout(120_000);

/** Since 4.9.53 nobody but an agent gets it. */
const AGENT_ONLY = 'GET /v1/spectroclusters/{}/assets/manifest';
/** Its failing is one of the oddities. */
const TEAMS_SUMMARY = 'POST /v1/teams/summary';

/** The settings under which an answer of 2xx looks otherwise. */
const MODES: [mode: string, settings: Partial<SimulatorSettings>][] = [
  ['as it is by default', {}],
  ['with empty lists', { nullForEmpty: false }],
  ["with all of Palette's oddities", ODDITIES],
];

/** What is created is toured too, and what is deleted before its end. */
function stageOf(route: string): number {
  const isCreation = /^POST \/v1\/spectroclusters\/[\w-]+$/.test(route);
  if (isCreation) return 0;
  // A cluster that is being deleted has nothing else deleted.
  if (route === 'DELETE /v1/spectroclusters/{}') return 3;
  return route.startsWith('DELETE ') ? 2 : 1;
}

async function routesOfTheApi(): Promise<string[]> {
  const context = await createContext({
    clock: Date.now,
    client: { id: '', secret: '' },
    settings: DEFAULT_SETTINGS,
  });
  return listRoutes(createApiRouter(context), '/v1').sort(
    (a, b) => stageOf(a) - stageOf(b),
  );
}

/** Whose answer it is: a Palette that takes `me` for a uid gives a plain user. */
function ownerOf(route: string, { usersMe }: Partial<SimulatorSettings>) {
  return route === 'GET /v1/users/me' && usersMe === 'user'
    ? 'GET /v1/users/{}'
    : route;
}

/** What a strict decoder says to the answer; nothing to one that isn't 2xx. */
function faultsOf(
  { status, type, body }: TourAnswer,
  { answer, status: expected }: Endpoint,
): string[] {
  if (status >= 300) {
    return [];
  }
  const wrongStatus =
    status === expected ? [] : [` is ${status} instead of ${expected}`];
  if (answer === undefined || body === undefined) {
    return answer === body
      ? wrongStatus
      : [...wrongStatus, ' has a wrong body'];
  }
  if (type !== 'application/json') {
    return answer === 'string' || answer === 'file'
      ? wrongStatus
      : [` is ${type}`];
  }
  return [...wrongStatus, ...findShapeFaults(body, answer)];
}

describe.each(MODES)(
  "every answer %s, by the vendor's description",
  (_, settings) => {
    let simulator: PaletteSimulator;
    let routes: string[];

    beforeAll(async () => {
      simulator = await startPaletteSimulator({ settings });
      routes = await routesOfTheApi();
    });
    afterAll(() => simulator.close());

    it('has a route and no other members than there are', async () => {
      const tour = await PaletteTour.create(simulator);
      const faults: string[] = [];
      for (const route of routes) {
        if (!ENDPOINTS[route]) {
          faults.push(`${route} is not in the description`);
          continue;
        }
        const answers = await tour.visit(route);
        if (answers.every(({ status }) => status >= 300)) {
          faults.push(`${route} never answered 2xx`);
        }
        if (
          answers.every(({ body }) => body && Object.keys(body).length === 0)
        ) {
          faults.push(`${route} says nothing`);
        }
        const endpoint = ENDPOINTS[ownerOf(route, settings)];
        const own = answers.flatMap(answer => faultsOf(answer, endpoint));
        faults.push(...[...new Set(own)].map(fault => `${route} ${fault}`));
      }
      const failing = settings.teamsSummaryFails
        ? [TEAMS_SUMMARY, AGENT_ONLY]
        : [AGENT_ONLY];
      expect(faults).toEqual(
        failing.map(route => `${route} never answered 2xx`),
      );
    });
  },
);

it('is held against a table of just the routes that there are', async () => {
  expect(Object.keys(ENDPOINTS).sort()).toEqual(
    (await routesOfTheApi()).sort(),
  );
});

it('notices each kind of fault', () => {
  const shape = '#v1ListMetaData';
  const good = { continue: '', count: 1, limit: 50, offset: 1 };
  expect(findShapeFaults(good, shape)).toEqual([]);
  expect(findShapeFaults({ ...good, count: '1', more: true }, shape)).toEqual([
    '.count is no integer',
    '.more is unknown',
  ]);
  const { answer } = ENDPOINTS['POST /v1/dashboard/projects'];
  expect(findShapeFaults({}, answer!)).toEqual(['.items is missing']);
});
