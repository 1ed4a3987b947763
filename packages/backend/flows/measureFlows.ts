import { setTimeout as delay } from 'node:timers/promises';
import {
  type PaletteSimulator,
  startPaletteSimulator,
} from 'palette-simulator';
import { PaletteBrowser } from '../src/__testUtils__/PaletteBrowser';
import {
  type RunningBackend,
  startBackend,
} from '../src/__testUtils__/startBackend';
import { Coverage } from './Coverage';
import type { FlowName } from './ceilings';

const USER = 'ada.admin@spectro.example';
const CLUSTERS = '/api/spectrocloud/clusters';
/** What follows an answer, such as the revocation at Palette, belongs to the flow. */
const SETTLING_MS = 500;
/** Of an ID token that is due for renewal when more than a third of its life is over. */
const SHORT_LIFE_S = 9;
const UNTIL_DUE_MS = 4_000;
/** A cluster is held for two seconds; what its page opens with is what Palette is asked for. */
const UNTIL_ASKED_ANEW_MS = 2_500;

async function expectOk(answer: Promise<Response>): Promise<Response> {
  const response = await answer;
  if (!response.ok) {
    throw new Error(`${response.url} answered ${response.status}`);
  }
  await response.clone().arrayBuffer();
  return response;
}

async function firstClusterUid(browser: PaletteBrowser): Promise<string> {
  const response = await expectOk(browser.fetch(CLUSTERS));
  const { clusters } = (await response.json()) as {
    clusters: Array<{ metadata: { uid: string } }>;
  };
  return clusters[0].metadata.uid;
}

/** A browser whose session will need a renewal in a few seconds. */
async function signInBriefly(
  palette: PaletteSimulator,
  backend: RunningBackend,
): Promise<PaletteBrowser> {
  const { idTokenTtlSeconds, sessionTtlSeconds } = palette.control.settings;
  palette.control.updateSettings({
    idTokenTtlSeconds: SHORT_LIFE_S,
    sessionTtlSeconds: SHORT_LIFE_S,
  });
  const browser = new PaletteBrowser(backend);
  await browser.signIn(USER);
  palette.control.updateSettings({ idTokenTtlSeconds, sessionTtlSeconds });
  await delay(UNTIL_DUE_MS);
  return browser;
}

interface Flow {
  name: FlowName;
  /** Brings the backend to where the flow begins, which isn't counted. Returns the flow itself. */
  prepare(): Promise<() => Promise<unknown>>;
}

function flowsOf(palette: PaletteSimulator, backend: RunningBackend): Flow[] {
  const signIn = async () => {
    const browser = new PaletteBrowser(backend);
    await browser.signIn(USER);
    return browser;
  };
  return [
    {
      name: 'sign-in',
      prepare: async () => signIn,
    },
    {
      name: 'refresh',
      prepare: async () => {
        const browser = await signIn();
        return () => expectOk(browser.refresh());
      },
    },
    {
      name: 'refresh with a renewal',
      prepare: async () => {
        const browser = await signInBriefly(palette, backend);
        return () => expectOk(browser.refresh());
      },
    },
    {
      name: 'sign-out',
      prepare: async () => {
        const browser = await signIn();
        return () => expectOk(browser.signOut());
      },
    },
    {
      name: 'GET /clusters',
      prepare: async () => {
        const browser = await signIn();
        await firstClusterUid(browser);
        return () => expectOk(browser.fetch(CLUSTERS));
      },
    },
    {
      name: 'GET /clusters, asked anew',
      prepare: async () => {
        const browser = await signIn();
        await firstClusterUid(browser);
        const headers = { 'Cache-Control': 'no-cache' };
        return () => expectOk(browser.fetch(CLUSTERS, { headers }));
      },
    },
    {
      name: 'GET /clusters/:uid',
      prepare: async () => {
        const browser = await signIn();
        const uid = await firstClusterUid(browser);
        await delay(UNTIL_ASKED_ANEW_MS);
        return () => expectOk(browser.fetch(`${CLUSTERS}/${uid}`));
      },
    },
  ];
}

async function measure(coverage: Coverage, flow: Flow): Promise<string[]> {
  // Once before, so that nothing is counted that only a first time needs.
  const warmUp = await flow.prepare();
  await warmUp();
  const run = await flow.prepare();
  await delay(SETTLING_MS);
  await coverage.take();
  await run();
  await delay(SETTLING_MS);
  return coverage.take();
}

/** Runs each flow in a warm backend, and tells in which of our files a function ran. */
export async function measureFlows(): Promise<Map<FlowName, string[]>> {
  const coverage = await Coverage.start();
  const palette = await startPaletteSimulator();
  const backend = await startBackend({
    paletteUrl: palette.url,
    config: { backend: { logger: { level: 'error' } } },
  });
  const files = new Map<FlowName, string[]>();
  try {
    for (const flow of flowsOf(palette, backend)) {
      files.set(flow.name, await measure(coverage, flow));
    }
  } finally {
    await backend.stop();
    await palette.close();
    coverage.stop();
  }
  return files;
}
