import { expect, type Page, test } from '@playwright/test';
import { openClustersAs, signIn } from './support/signIn';
import { ADA, control, DANA, OLGA } from './support/simulator';

/** Its uid at Palette, which is the name of its entity. */
const PAYMENTS_PROD_EU = 'f6847cddf1b028276ba8aaee';

test.beforeEach(() => control('reset'));

/** How many entities of a kind and type the catalog's page counts. */
async function countOf(page: Page, filters: string): Promise<number> {
  await page.goto(`/catalog?${filters}`);
  const heading = page.getByRole('heading', {
    name: /^All .*\([1-9]\d*\)$/,
    level: 2,
  });
  await expect(heading).toBeVisible({ timeout: 90_000 });
  const text = (await heading.textContent()) ?? '';
  return Number(/\((\d+)\)/.exec(text)?.[1]);
}

const CLUSTERS =
  'filters[kind]=resource&filters[type]=kubernetes-cluster&filters[user]=all';

test('the catalog has the organisation of Palette', async ({ page }) => {
  // Each page is loaded anew.
  test.slow();
  await openClustersAs(page, ADA.name);
  expect(await countOf(page, CLUSTERS)).toBeGreaterThan(50);
  await page.goto('/catalog?filters[kind]=system&filters[user]=all');
  await expect(page.getByRole('link', { name: 'retail-web' })).toBeVisible({
    timeout: 90_000,
  });
  await page.goto('/catalog?filters[kind]=group&filters[user]=all');
  await expect(
    page.getByRole('link', { name: 'payments-developers' }),
  ).toBeVisible({ timeout: 90_000 });
  await page.goto('/catalog?filters[kind]=user&filters[user]=all');
  await expect(page.getByRole('link', { name: OLGA.name })).toBeVisible({
    timeout: 90_000,
  });
});

test('a cluster that came from Palette has its page, its card and its owner', async ({
  page,
}) => {
  test.slow();
  await openClustersAs(page, DANA.name);
  await page.goto(`/catalog/default/resource/${PAYMENTS_PROD_EU}`);
  const card = page.getByRole('article').filter({
    has: page.getByRole('heading', { name: 'Palette cluster', exact: true }),
  });
  await expect(card.getByText('Runs and is healthy')).toBeVisible({
    timeout: 90_000,
  });
  await expect(
    page.getByRole('link', { name: 'payments-developers' }).first(),
  ).toBeVisible();
});

test('somebody whom nobody wrote into the catalog signs in, since she is in Palette', async ({
  page,
}) => {
  await page.goto('/palette/clusters');
  await signIn(page, OLGA.name);
  await expect(page.getByText(/^[1-9]\d* clusters?$/)).toBeVisible();
});

test('two users see different clusters in the catalog', async ({ browser }) => {
  test.slow();
  const counts: number[] = [];
  for (const { name } of [ADA, DANA]) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await openClustersAs(page, name);
    counts.push(await countOf(page, CLUSTERS));
    await context.close();
  }
  const [ada, dana] = counts;
  expect(dana).toBeGreaterThan(0);
  expect(dana).toBeLessThan(ada);
});
