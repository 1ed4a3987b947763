import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { watchCalls } from './support/calls';
import { loginDialog } from './support/reauthentication';
import { openClustersAs } from './support/signIn';
import { apiRequests, clearRequests, control, DANA } from './support/simulator';

test.beforeEach(() => control('reset'));

/** Opens an entity's page, which is loaded anew: on a busy machine that takes its time. */
async function openEntity(page: Page, ref: string) {
  await page.goto(`/catalog/default/${ref}`);
  await expect(page.getByText('Overview', { exact: true }).first()).toBeVisible(
    {
      timeout: 90_000,
    },
  );
}

const card = (page: Page, title: string) =>
  page.getByRole('article').filter({
    has: page.getByRole('heading', { name: title, exact: true }),
  });

test('an entity shows the cluster that it names, for three calls of Palette at most', async ({
  page,
}) => {
  // Each page is loaded anew.
  test.slow();
  const settled = watchCalls(page);
  await openClustersAs(page, DANA.name);
  await settled();
  await clearRequests();
  await openEntity(page, 'resource/payments-prod-eu');
  const cluster = card(page, 'Palette cluster');
  await expect(cluster.getByText('Runs and is healthy')).toBeVisible();
  await expect(cluster.getByText('6 of 6 healthy')).toBeVisible();
  // Two more may be the catalog's policy's, which asks once a minute what the user sees.
  expect((await apiRequests()).length).toBeLessThanOrEqual(5);

  await openEntity(page, 'resource/payments-prod-eu/palette');
  await expect(
    page.getByRole('button', { name: 'Download kubeconfig' }),
  ).toBeVisible();

  await openEntity(page, 'resource/payments-fraud-gpu');
  await expect(cluster.getByText(/^Runs, but is not healthy: /)).toBeVisible();
  await openEntity(page, 'resource/payments-stage');
  await expect(cluster.getByText('Runs and is healthy')).toBeVisible();
  await openEntity(page, 'resource/payments-qa');
  await expect(card(page, 'Palette virtual cluster')).toContainText(
    'shared-vclusters-eu',
  );
});

test('a component and a system show their clusters', async ({ page }) => {
  // Each page is loaded anew.
  test.slow();
  await openClustersAs(page, DANA.name);
  for (const ref of ['component/payment-gateway', 'system/checkout']) {
    await openEntity(page, ref);
    const table = page.getByRole('table', { name: 'Palette clusters' });
    await expect(
      table.locator('tr', { hasText: 'payments-fraud-gpu' }),
    ).toContainText('Unhealthy');
    await expect(table.locator('tbody tr')).toHaveCount(3);
  }
  await expect(card(page, 'Palette project')).toContainText(/\d+ clusters/);
});

test('what an annotation names wrongly is said in a sentence', async ({
  page,
}) => {
  await openClustersAs(page, DANA.name);
  await openEntity(page, 'resource/payments-lost');
  await expect(
    page.getByText(/cluster-uid names is not at Palette any more/),
  ).toBeVisible();
  await openEntity(page, 'resource/payments-elsewhere');
  await expect(
    page.getByText(/“airgapped”, which is no Palette/),
  ).toBeVisible();
});

test('a page of the catalog asks for no sign-in by itself', async ({
  page,
}) => {
  await openClustersAs(page, DANA.name);
  // Palette accepts none of the user's tokens any more.
  await control('sessions/revoke', { user: DANA.email });
  await openEntity(page, 'resource/payments-prod-eu');
  const button = page.getByRole('button', { name: 'Sign in to Palette' });
  await expect(button).toBeVisible();
  await expect(loginDialog(page)).toBeHidden();
  const popup = page.waitForEvent('popup');
  await button.click();
  await (await popup).getByRole('link', { name: DANA.name }).click();
  await expect(page.getByText('Runs and is healthy')).toBeVisible();
  await expect(button).toBeHidden();
});

for (const theme of ['light', 'dark']) {
  test(`axe finds nothing in the cards and the tab in the ${theme} theme`, async ({
    page,
  }) => {
    // Six pages, each of them loaded anew.
    test.slow();
    await page.addInitScript(
      name => localStorage.setItem('theme', name),
      theme,
    );
    await openClustersAs(page, DANA.name);
    for (const [ref, text] of [
      ['resource/payments-prod-eu', 'Runs and is healthy'],
      ['resource/payments-vclusters', /cores in use$/],
      ['resource/payments-vclusters/palette', 'controlPlane:'],
      ['resource/eks-infra', 'Palette cluster profile'],
      ['system/checkout', 'Palette project'],
      ['component/payment-gateway', 'Palette clusters'],
    ] as const) {
      await openEntity(page, ref);
      await expect(page.getByText(text).first()).toBeVisible();
      // Colours of elements that fade in would be measured in between.
      await page.waitForTimeout(500);
      const { violations } = await new AxeBuilder({ page })
        // The catalog's own page puts a main landmark into that of the app.
        .disableRules([
          'landmark-main-is-top-level',
          'landmark-no-duplicate-main',
          'landmark-unique',
        ])
        .analyze();
      const found = violations.map(
        ({ id, nodes }) =>
          `${ref} ${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
      );
      expect(found).toEqual([]);
    }
  });
}
