import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { Benchmark, Checkout } from '../Benchmark';
import { AppServer } from '../page/AppServer';
import { measureFirstLoad } from '../page/firstLoad';
import { interactions, timeInPage } from '../page/interactions';
import type { Cell } from '../report/Section';

const ROUNDS = 15;
const SHORT_ROUNDS = 1;
const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-quic'];
const VIEWPORT = { width: 1440, height: 900 };

interface Measured {
  checkout: Checkout;
  server: AppServer;
  page: Page;
  times: Map<string, number[]>;
}

const median = (values: number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** How the list of 5,000 clusters answers in the browser, and what the app loads first. */
export const pages: Benchmark = {
  name: 'pages',
  async run({ checkouts, short }) {
    const browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ARGUMENTS,
    });
    const measured: Measured[] = [];
    const loads: Cell[][] = [];
    try {
      for (const checkout of checkouts) {
        if (!short || !isBuilt(checkout)) await build(checkout);
        const server = await AppServer.start(checkout.path);
        const first = await openPage(browser);
        const load = await measureFirstLoad(first, server, checkout.path);
        await first.close();
        loads.push([
          checkout.name,
          load.total,
          load.plugin,
          load.early.length === 0 ? 'none' : load.early.join(' '),
        ]);
        const page = await openPage(browser);
        await page.goto(`${server.url}/palette/clusters`);
        await page.getByText('5000 clusters').waitFor();
        measured.push({ checkout, server, page, times: new Map() });
      }
      await interact(measured, short ? SHORT_ROUNDS : ROUNDS);
    } finally {
      await browser.close();
      await Promise.all(measured.map(({ server }) => server.stop()));
    }
    return {
      name: 'pages',
      title: 'The pages in the browser',
      tables: [
        {
          title: '5,000 clusters: ms from the event to the paint, median',
          columns: ['commit', ...interactions.map(([name]) => name)],
          rows: measured.map(({ checkout, times }) => [
            checkout.name,
            ...interactions.map(([name]) => median(times.get(name) ?? [])),
          ]),
        },
        {
          title: 'First load of the app, scripts gzipped',
          columns: [
            'commit',
            'kB in all',
            'kB of the plugin',
            'charts and viewer in it',
          ],
          rows: loads,
        },
      ],
    };
  },
};

function isBuilt({ path }: Checkout): boolean {
  return existsSync(join(path, 'packages', 'app', 'dist', 'index.html'));
}

async function build({ path }: Checkout): Promise<void> {
  const cli = join(path, 'node_modules', '@backstage', 'cli', 'bin');
  await promisify(execFile)(
    process.execPath,
    [join(cli, 'backstage-cli'), 'package', 'build'],
    { cwd: join(path, 'packages', 'app'), env: { ...process.env, CI: '1' } },
  );
}

async function openPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    viewport: VIEWPORT,
    locale: 'en-US',
  });
  return context.newPage();
}

/** Each checkout's turn comes right after the other's, so that the machine's other work hits both alike; the first round warms up. */
async function interact(measured: Measured[], rounds: number): Promise<void> {
  for (const [name, there, back] of interactions) {
    for (let round = 0; round <= rounds; round += 1) {
      for (const { page, times } of measured) {
        await page.bringToFront();
        const time = await page.evaluate(timeInPage, there);
        await page.evaluate(timeInPage, back);
        if (round > 0) times.set(name, [...(times.get(name) ?? []), time]);
      }
    }
  }
}
