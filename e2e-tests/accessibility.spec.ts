import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { openClustersAs, signIn } from './support/signIn';
import { control, DANA } from './support/simulator';

test.beforeEach(() => control('reset'));

async function expectNoViolations(page: Page) {
  // Colours of elements that fade in would be measured in between.
  await page.waitForTimeout(500);
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
  );
  expect(found).toEqual([]);
}

for (const theme of ['light', 'dark']) {
  test(`axe finds no violation in the ${theme} theme`, async ({ page }) => {
    // Every page and every tab of a cluster.
    test.slow();
    await page.addInitScript(
      name => localStorage.setItem('theme', name),
      theme,
    );
    await page.goto('/palette/clusters');
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
    await expectNoViolations(page);

    await openClustersAs(page, DANA.name);
    await expectNoViolations(page);

    await page.getByRole('link', { name: 'payments-fraud-gpu' }).click();
    await expect(page.getByText(/^Runs, but is not healthy: /)).toBeVisible();
    await expectNoViolations(page);
    await page.getByRole('tab', { name: 'Profiles and packs' }).click();
    await expect(page.getByText('Every layer runs as wanted')).toBeVisible();
    await expectNoViolations(page);
    await page.getByRole('tab', { name: 'Values and manifests' }).click();
    await expect(
      page.getByRole('region', { name: /values.yaml$/ }),
    ).toContainText(/\w+:/);
    await expectNoViolations(page);
    await page.getByRole('tab', { name: 'Events' }).click();
    await expect(page.getByText('Recent events')).toBeVisible();
    await expect(page.getByText('ClusterNotReady').first()).toBeVisible();
    await expectNoViolations(page);

    for (const [tab, text] of [
      ['Nodes', 'control-plane-pool'],
      ['Usage and cost', 'Cost by day'],
      ['Workloads', 'Search workloads'],
      ['Upkeep', 'Certificates of the control plane'],
      ['Access by kubectl', 'OpenID provider'],
    ]) {
      await page.getByRole('tab', { name: tab }).click();
      await expect(page.getByText(text).first()).toBeVisible();
      await expectNoViolations(page);
    }

    for (const [path, text] of [
      ['cluster-groups', /^[1-9]\d* cluster groups?$/],
      ['projects', '2 projects'],
      ['profiles', /^[1-9]\d* profiles$/],
      ['session', 'Who I am at Palette'],
    ] as const) {
      await page.goto(`/palette/${path}`);
      await expect(page.getByText(text)).toBeVisible();
      await expectNoViolations(page);
    }
  });

  test(`axe finds no violation with the fleet in the ${theme} theme`, async ({
    page,
  }) => {
    await page.addInitScript(
      name => localStorage.setItem('theme', name),
      theme,
    );
    await page.goto('/palette/fleet');
    await signIn(page, DANA.name);
    await expect(page.getByRole('list', { name: 'Projects' })).toBeVisible();
    await expectNoViolations(page);
  });
}
