import { type ConsoleMessage, expect, type Page, test } from '@playwright/test';
import { CLUSTER_TABS, PALETTE_PAGES } from './support/pages';
import { openClustersAs } from './support/signIn';
import { control, DANA } from './support/simulator';
import { serveApp } from './support/supervisor';

/** What others write while these pages are open, and why the pages have no say in it. */
const OF_OTHERS = [
  {
    // findings/backstage-ui-breadcrumbs-focusable.sh
    text: /^<Focusable> child must have an interactive ARIA role/,
    why: '@backstage/ui draws the last breadcrumb of the header that the framework makes as a span without a role',
  },
  {
    text: /^WARN: A component changed from uncontrolled to controlled/,
    why: 'The tabs of that header know which of them is selected only once each has registered itself (Tabs of @backstage/ui 0.20)',
  },
  {
    text: /^Warning: findDOMNode is deprecated/,
    why: 'Material UI 4 finds the nodes of its ripples and tooltips so; React says it once in development',
  },
  {
    text: /^Extension 'page:spectrocloud' uses implicit React Router v6 routing/,
    why: 'The framework’s own page for unknown addresses asks React Router for the way back',
  },
  {
    text: /^Failed to load resource: the server responded with a status of 4\d\d/,
    why: 'Chromium’s own line for an answer that the page tells in words: no session yet, or something that this Palette does not offer',
  },
];

/** How long the development server may take for the whole app. */
const COMPILE_TIMEOUT_MS = 5 * 60_000;

const isOfOthers = (text: string) =>
  OF_OTHERS.some(known => known.text.test(text));

/** What has been written to the console since, each text once, with the page that it was on. */
function listen(page: Page): Map<string, string> {
  const messages = new Map<string, string>();
  const keep = (text: string) => {
    const key = text.slice(0, 300);
    if (!messages.has(key)) {
      messages.set(key, new URL(page.url()).pathname);
    }
  };
  page.on('console', (message: ConsoleMessage) => {
    if (['warning', 'error'].includes(message.type())) keep(message.text());
  });
  page.on('pageerror', error => keep(`Uncaught ${error.message}`));
  return messages;
}

// A built app keeps React's warnings to itself.
test.beforeAll(async () => {
  test.setTimeout(COMPILE_TIMEOUT_MS);
  await serveApp('in development');
});
test.afterAll(() => serveApp('as built'));
test.beforeEach(() => control('reset'));

test('no page writes a warning of ours to the console', async ({ page }) => {
  // Every page, and every tab of a cluster.
  test.slow();
  const messages = listen(page);
  await openClustersAs(page, DANA.name);
  await page.getByRole('link', { name: 'payments-prod-eu' }).first().click();
  await expect(page.getByText('Runs and is healthy')).toBeVisible();
  const cluster = new URL(page.url()).pathname;
  const addresses = [
    ...PALETTE_PAGES.map(each => `/palette/${each}`),
    '/palette/clusters/create',
    '/palette/nothing',
    '/palette/clusters/nothing/below',
    ...CLUSTER_TABS.map(tab => `${cluster}?tab=${tab}`),
    `${cluster}?tab=workloads&view=tree`,
    `${cluster}?tab=workloads&view=graph`,
  ];
  for (const address of addresses) {
    await page.goto(address);
    await expect(
      page.getByRole('link', { name: 'Palette' }).first(),
    ).toBeVisible();
    await page.waitForLoadState('networkidle');
  }
  // Were nothing heard at all, nothing would be told from silence.
  await page.evaluate(() => console.warn('heard'));
  await expect.poll(() => messages.delete('heard')).toBe(true);
  const ours = [...messages].filter(([text]) => !isOfOthers(text));
  expect(ours.map(([text, path]) => `${path}: ${text}`)).toEqual([]);
});
