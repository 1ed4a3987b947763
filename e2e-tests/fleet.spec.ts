import { expect, test } from '@playwright/test';
import { signIn } from './support/signIn';
import { control, DANA } from './support/simulator';

test.beforeEach(() => control('reset'));

test('Palette opens on the fleet, from which every way leads to the clusters', async ({
  page,
}) => {
  await page.goto('/palette');
  await signIn(page, DANA.name);
  await expect(page.getByRole('heading', { name: 'Fleet' })).toBeVisible();
  await expect(page).toHaveURL(/\/palette\/fleet$/);

  await test.step('a segment filters the list', async () => {
    const title = page.locator('title', { hasText: /^Failed: \d/ });
    await page
      .getByTestId('chart')
      .first()
      .locator('path')
      .filter({ has: title })
      .click();
    await expect(page).toHaveURL(/\/palette\/clusters\?state=Error$/);
    await expect(page.getByText('State: Failed')).toBeVisible();
    await expect(
      page.getByRole('link', { name: 'shop-preview' }),
    ).toBeVisible();
    await page.goBack();
  });

  await test.step('a cluster that needs attention is one step away', async () => {
    const list = page.getByRole('list', { name: 'Needs attention' });
    await expect(
      list.getByText('Machine payments-fraud-gpu-worker-2 is not ready'),
    ).toBeVisible();
    await list
      .getByRole('link', { name: 'payments-fraud-gpu', exact: true })
      .click();
    await expect(
      page.getByRole('heading', { name: 'payments-fraud-gpu' }),
    ).toBeVisible();
    await page.goBack();
  });

  await test.step('so are those that wait for an approval', async () => {
    await page.getByRole('link', { name: /^Repave to approve: \d/ }).click();
    await expect(
      page.getByText('Needs attention: Repave to approve'),
    ).toBeVisible();
    await expect(
      page.getByRole('link', { name: 'payments-stage' }),
    ).toBeVisible();
    await page.goBack();
  });

  await test.step('a project shows its clusters', async () => {
    const tile = page
      .getByRole('list', { name: 'Projects' })
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name: 'payments' }) });
    await expect(tile).toContainText(/CPU: [\d.,]+ of [\d.,]+ cores used/);
    await expect(tile).toContainText(/Cost an hour: \$\d/);
    await tile.getByRole('link', { name: 'payments', exact: true }).click();
    await expect(page.getByText('Project: payments')).toBeVisible();
  });
});

test('the state of a cluster in transition is followed, and nothing else is', async ({
  page,
}) => {
  await page.clock.install();
  const asked: string[] = [];
  page.on('request', request => {
    const { pathname } = new URL(request.url());
    if (pathname.endsWith('/state')) asked.push(pathname);
  });
  await page.goto('/palette/clusters?search=payments');
  await signIn(page, DANA.name);
  const row = page.getByRole('row', { name: /payments-dr/ });
  await expect(row).toContainText('Provisioning');
  expect(asked).toEqual([]);

  await page.route('**/api/spectrocloud/clusters/*/state?*', async route => {
    const response = await route.fetch();
    await route.fulfill({
      response,
      json: { ...(await response.json()), state: 'Running' },
    });
  });
  await page.clock.fastForward(11_000);
  await expect(row).toContainText('Running');
  const settled = asked.length;
  expect(settled).toBeGreaterThan(0);
  await page.clock.fastForward(120_000);
  await page.waitForTimeout(500);
  expect(asked.length).toBe(settled);
});
