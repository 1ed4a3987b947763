import { setTimeout as delay } from 'node:timers/promises';
import {
  startPaletteSimulator,
  type PaletteSimulator,
} from 'palette-simulator';
import { PaletteBrowser } from '../__testUtils__/PaletteBrowser';
import {
  startBackend,
  type RunningBackend,
} from '../__testUtils__/startBackend';

jest.setTimeout(60_000);

const CLUSTERS = '/api/spectrocloud/clusters';
const PALETTE_TAKES_MS = 500;

describe('a backend that is told to stop', () => {
  let palette: PaletteSimulator;
  let backend: RunningBackend;
  let browser: PaletteBrowser;

  beforeAll(async () => {
    palette = await startPaletteSimulator();
    backend = await startBackend({ paletteUrl: palette.url });
    browser = new PaletteBrowser(backend);
    await browser.signIn('ada.admin@spectro.example');
  });

  afterAll(async () => {
    await backend?.stop();
    await palette?.close();
  });

  it('answers what it was asked before, whatever calls of Palette that still takes', async () => {
    palette.control.clearRequests();
    palette.control.delay({ ms: PALETTE_TAKES_MS, count: 100 });
    const asked = browser.fetch(CLUSTERS);
    await delay(PALETTE_TAKES_MS / 2);
    const [response] = await Promise.all([asked, backend.stop()]);
    expect(response.status).toBe(200);
    const { clusters } = await response.json();
    expect(clusters.length).toBeGreaterThan(0);
    expect(palette.control.requests().length).toBeGreaterThan(1);
  });
});
