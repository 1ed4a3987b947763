import { expect, test } from '@playwright/test';
import { openClustersAs } from '../support/signIn';
import { clusterUid, control, DANA } from '../support/simulator';

test.beforeEach(() => control('reset'));

test('the fleet of a developer', async ({ page }) => {
  await openClustersAs(page, DANA.name);
  await page.goto('/palette/fleet');
  await expect(
    page.getByRole('list', { name: 'Needs attention' }),
  ).toBeVisible();
  await page.screenshot({ path: 'docs/images/fleet.png' });
});

test('the layers of a cluster', async ({ page }) => {
  await openClustersAs(page, DANA.name);
  const uid = await clusterUid('payments-stage');
  await page.goto(`/palette/clusters/${uid}?tab=profiles`);
  await expect(page.getByText('Every layer runs as wanted')).toBeVisible();
  await page.screenshot({ path: 'docs/images/cluster-layers.png' });
});

test('the wizard that creates clusters', async ({ page }) => {
  await openClustersAs(page, DANA.name);
  await page.getByRole('link', { name: 'Create cluster' }).click();
  await expect(
    page.getByRole('heading', { name: 'Create a cluster' }),
  ).toBeVisible();
  await expect(page.getByText('Palette is asked…')).toHaveCount(0);
  await page.screenshot({ path: 'docs/images/create-cluster.png' });
});

test('a component with its clusters and its access to Kubernetes', async ({
  page,
}) => {
  // The catalog's page is loaded anew.
  test.slow();
  await openClustersAs(page, DANA.name);
  await page.goto('/catalog/default/component/payment-gateway');
  await expect(page.getByText('Your access to Kubernetes')).toBeVisible({
    timeout: 90_000,
  });
  await expect(page.getByText('You are')).toBeVisible({ timeout: 120_000 });
  await page.screenshot({ path: 'docs/images/component-access.png' });
});
