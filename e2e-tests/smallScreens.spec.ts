import { expect, type Page, test } from '@playwright/test';
import { CLUSTER_TABS, PALETTE_PAGES } from './support/pages';
import { openClustersAs } from './support/signIn';
import { control, DANA } from './support/simulator';

const WIDTHS = [390, 768, 1024, 1440];
/** What of the page is out of sight without a cue. */
const findFaults = () => {
  const { scrollWidth, clientWidth } = document.documentElement;
  const scrollers = [...document.querySelectorAll('main *, article *')]
    .filter(element => {
      const { overflowX } = getComputedStyle(element);
      return (
        ['auto', 'scroll'].includes(overflowX) &&
        element.scrollWidth > element.clientWidth + 1 &&
        element.querySelector('table') !== null
      );
    })
    // Our own are reached by the keyboard, and have a shadow.
    .filter(element => (element as HTMLElement).tabIndex !== 0);
  return [
    ...(scrollWidth > clientWidth ? [`page of ${scrollWidth}`] : []),
    ...scrollers.map(({ className }) => `no cue: ${className}`),
  ];
};

/** Every page, and every tab of a cluster, for somebody who signs in for it. */
async function signInForAddresses(page: Page): Promise<string[]> {
  await openClustersAs(page, DANA.name);
  await page.getByRole('link', { name: 'payments-prod-eu' }).first().click();
  await expect(page.getByText('Runs and is healthy')).toBeVisible();
  const cluster = new URL(page.url()).pathname;
  return [
    ...PALETTE_PAGES.map(each => `/palette/${each}`),
    ...CLUSTER_TABS.map(tab => `${cluster}?tab=${tab}`),
  ];
}

async function openPage(page: Page, address: string) {
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
  await page.waitForLoadState('networkidle');
}

async function expectNoFaults(page: Page, message: string) {
  await expect.poll(() => page.evaluate(findFaults), { message }).toEqual([]);
}

test.beforeEach(() => control('reset'));

test('no page is wider than the screen; what is, scrolls by itself and shows it', async ({
  page,
}) => {
  test.slow();
  for (const address of await signInForAddresses(page)) {
    await openPage(page, address);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 844 });
      await expectNoFaults(page, `${address} at ${width} px`);
    }
  }
});

test.describe('at 200 %', () => {
  // What a browser makes of a window of 1440 × 900 px (WCAG 2.2, 1.4.4).
  test.use({ viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 });

  test('nothing is out of sight without a cue, and menus stay on the screen', async ({
    page,
  }) => {
    test.slow();
    const addresses = await signInForAddresses(page);
    expect(await page.evaluate(() => window.devicePixelRatio)).toBe(2);
    for (const name of ['Actions', 'Download kubeconfig']) {
      await page.getByRole('button', { name }).click();
      await expect(page.getByRole('menuitem').first()).toBeInViewport();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('menuitem')).toHaveCount(0);
    }
    for (const address of addresses) {
      await openPage(page, address);
      await expectNoFaults(page, `${address} at 200 %`);
    }
  });
});

test('the tabs of a cluster and the views below are used by the keyboard alone', async ({
  page,
}) => {
  await openClustersAs(page, DANA.name);
  await page.getByRole('link', { name: 'payments-prod-eu' }).first().focus();
  await page.keyboard.press('Enter');
  const overview = page.getByRole('tab', { name: 'Overview' });
  await expect(overview).toBeVisible();
  await overview.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: 'Nodes' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await page.keyboard.press('Tab');
  await expect(
    page.getByRole('table', { name: 'control-plane-pool' }),
  ).toBeVisible();
});
