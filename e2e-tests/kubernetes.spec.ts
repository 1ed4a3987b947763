import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { loginDialog } from './support/reauthentication';
import { openClustersAs } from './support/signIn';
import { ADA, control, createCluster, DANA } from './support/simulator';

/** Endpoints are read behind the answers, two calls a second, for as many clusters as there are. */
const PATIENT = { timeout: 120_000 };
const PROBLEM = /There was a problem retrieving Kubernetes objects/;

test.beforeEach(() => control('reset'));

const openWorkloads = (page: Page, component: string) =>
  page.goto(`/catalog/default/component/${component}/kubernetes`);

/** The row of a cluster in an entity's Kubernetes tab. */
const clusterRow = (page: Page, name: string) =>
  page.getByRole('button', { name: new RegExp(`^${name}\\b`) });

test('administrator and second user see what their groups allow', async ({
  page,
  browser,
}) => {
  test.slow();
  await openClustersAs(page, DANA.name);
  await openWorkloads(page, 'payment-gateway');
  await expect(clusterRow(page, 'payments-prod-eu')).toContainText(
    '2 pods',
    PATIENT,
  );
  await expect(page.getByText(PROBLEM)).toBeHidden();
  // Her team has no role in the shop's namespace.
  await openWorkloads(page, 'storefront');
  await expect(page.getByText(PROBLEM)).toBeVisible(PATIENT);
  await expect(clusterRow(page, 'payments-prod-eu')).toContainText('0 pods');

  const context = await browser.newContext();
  const adas = await context.newPage();
  await openClustersAs(adas, ADA.name);
  await openWorkloads(adas, 'storefront');
  await expect(clusterRow(adas, 'payments-prod-eu')).toContainText(
    '3 pods',
    PATIENT,
  );
  await expect(adas.getByText(PROBLEM)).toBeHidden();
  await context.close();
});

test('a page goes on when its ID token has lapsed', async ({ page }) => {
  test.slow();
  const lifetimeSeconds = 20;
  await control('settings', { idTokenTtlSeconds: lifetimeSeconds });
  await openClustersAs(page, DANA.name);
  await openWorkloads(page, 'payment-gateway');
  await expect(clusterRow(page, 'payments-prod-eu')).toContainText(
    '2 pods',
    PATIENT,
  );
  const lapsesAt = Date.now() + lifetimeSeconds * 1000;
  let pollsAfter = 0;
  while (pollsAfter < 2) {
    const response = await page.waitForResponse(
      each =>
        /\/kubernetes\/services\/|workloads/.test(each.url()) && each.ok(),
      { timeout: 60_000 },
    );
    const { items } = await response.json();
    const errors = items.flatMap((item: { errors: object[] }) => item.errors);
    expect(errors).toEqual([]);
    if (Date.now() > lapsesAt) pollsAfter += 1;
  }
  await expect(clusterRow(page, 'payments-prod-eu')).toContainText('2 pods');
  await expect(loginDialog(page)).toBeHidden();
});

test('a cluster that appears at Palette appears here', async ({ page }) => {
  test.slow();
  await control('settings', { clusterChangeSeconds: 1 });
  await openClustersAs(page, DANA.name);
  await openWorkloads(page, 'payment-gateway');
  await expect(clusterRow(page, 'payments-prod-eu')).toBeVisible(PATIENT);
  await expect(clusterRow(page, 'payments-new')).toBeHidden();
  await createCluster('payments-new', 'payments');
  await expect(clusterRow(page, 'payments-new')).toContainText(
    '2 pods',
    PATIENT,
  );
});

for (const theme of ['light', 'dark']) {
  test(`a cluster’s page says who the cluster takes the user for, in the ${theme} theme`, async ({
    page,
  }) => {
    await page.addInitScript(
      name => localStorage.setItem('theme', name),
      theme,
    );
    await openClustersAs(page, DANA.name);
    await page.getByRole('link', { name: 'payments-prod-eu' }).first().click();
    await page.getByRole('tab', { name: 'Access by kubectl' }).click();
    await expect(page.getByText('Your access to Kubernetes')).toBeVisible();
    await expect(page.getByText(DANA.email)).toBeVisible(PATIENT);
    await expect(
      page.getByText('payments-developers, shop-readers, system:authenticated'),
    ).toBeVisible();
    await page.getByText('For the cluster’s operator').click();
    await expect(
      page.getByRole('group', { name: 'The same as flags' }),
    ).toContainText('--oidc-client-id=backstage');
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
      );
      expect(found).toEqual([]);
    }
  });
}
