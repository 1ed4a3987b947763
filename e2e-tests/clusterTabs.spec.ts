import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { watchCalls } from './support/calls';
import { openClustersAs } from './support/signIn';
import { apiRequests, clearRequests, control, DANA } from './support/simulator';

const CLUSTER = 'payments-prod-eu';
/** So many calls a cluster may cost when it is opened. */
const MOST_CALLS = 3;

test.beforeEach(() => control('reset'));

/** What the user has asked Palette for. */
async function pathsOfUser() {
  const requests = await apiRequests();
  return requests
    .filter(({ auth, user }) => auth === 'session' && user === DANA.email)
    .map(({ path }) => path);
}

test('a cluster opens with few calls, and each of its tabs brings its own', async ({
  page,
}) => {
  const settled = watchCalls(page);
  await openClustersAs(page, DANA.name);
  await settled();
  await clearRequests();
  await page.getByRole('link', { name: CLUSTER, exact: true }).click();
  await expect(page.getByText('Runs and is healthy')).toBeVisible();
  const opened = await pathsOfUser();
  expect(opened.length).toBeLessThanOrEqual(MOST_CALLS);
  expect(opened.filter(path => path.startsWith('/v1/dashboard'))).toEqual([]);
  await expect(page).toHaveTitle(new RegExp(`^${CLUSTER} \\| Clusters`));

  await test.step('machines', async () => {
    await page.getByRole('tab', { name: 'Nodes' }).click();
    const pool = page.getByRole('table', { name: 'control-plane-pool' });
    await expect(pool.getByRole('row')).toHaveCount(4);
    await expect(pool).toContainText('m5.xlarge');
  });

  await test.step('usage and cost', async () => {
    await page.getByRole('tab', { name: 'Usage and cost' }).click();
    await expect(
      page.getByText(/^Last [\d.]+ cores, on average/),
    ).toBeVisible();
    await expect(page.getByText(/by Palette’s estimate$/)).toBeVisible();
    const longer = page.waitForResponse(/metrics\?.*hours=168/);
    await page.getByLabel('Time').selectOption('168');
    expect((await longer).ok()).toBe(true);
  });

  await test.step('workloads', async () => {
    await page.getByRole('tab', { name: 'Workloads' }).click();
    const table = page.getByRole('table', { name: 'Workloads' });
    await expect(table).toContainText('2 of 2 ready');
  });

  await test.step('what keeps it', async () => {
    await page.getByRole('tab', { name: 'Upkeep' }).click();
    await expect(page.getByText('acme-backups-eu')).toBeVisible();
    await expect(
      page.getByRole('table', { name: 'Compliance scans' }),
    ).toContainText('3 checks failed');
    await expect(
      page.getByRole('table', { name: 'Certificates of the control plane' }),
    ).toContainText('ca / apiserver');
  });

  await test.step('access', async () => {
    await page.getByRole('tab', { name: 'Access by kubectl' }).click();
    await expect(
      page.getByText(/^kubectl oidc-login get-token --oidc-issuer-url=http/),
    ).toBeVisible();
    await page.getByRole('button', { name: 'Download kubeconfig' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: /^Without Palette/ }).click();
    const text = await readFile(await (await download).path(), 'utf8');
    expect(text).toContain('oidc-login');
  });
});

test('what a Palette does not offer for a cluster is not shown', async ({
  page,
}) => {
  await openClustersAs(page, DANA.name);
  await page.getByRole('link', { name: 'payments-stage', exact: true }).click();
  await page.getByRole('tab', { name: 'Upkeep' }).click();
  await expect(
    page.getByText('Waits for somebody to approve it in Palette'),
  ).toBeVisible();
  await expect(page.getByText('Lapses soon').first()).toBeVisible();
  await expect(page.getByText('Backups')).toHaveCount(0);
  await expect(page.getByText('Compliance scans')).toHaveCount(0);
});
