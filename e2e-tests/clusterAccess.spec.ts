import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { openClustersAs, signIn } from './support/signIn';
import { ADA, apiRequests, clearRequests, control } from './support/simulator';

test.beforeEach(() => control('reset'));

const asked = async (end: string) =>
  (await apiRequests()).filter(({ path }) => path.endsWith(end)).length;

test('a cluster that is being imported gives its manifest by a click, and only then', async ({
  page,
}) => {
  await page.goto('/palette/clusters?state=Importing');
  await signIn(page, ADA.name);
  await clearRequests();
  await page.getByRole('link', { name: 'platform-imported' }).click();
  const show = page.getByRole('button', { name: 'Show the import manifest' });
  await expect(show).toBeVisible();
  expect(await asked('/import/manifest')).toBe(0);
  await show.click();
  await expect(
    page.getByText(/^kubectl apply --filename import-\w+\.yaml$/),
  ).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the manifest' }).click();
  const text = await readFile(await (await download).path(), 'utf8');
  expect(text).toContain('kind: Secret');
  expect(await asked('/import/manifest')).toBe(1);
});

test('a cluster says who may do what where, and what Palette has to say of it', async ({
  page,
}) => {
  await openClustersAs(page, ADA.name);
  await page
    .getByRole('link', { name: 'payments-prod-eu', exact: true })
    .click();
  await page.getByRole('tab', { name: 'Access by kubectl' }).click();
  await expect(
    page.getByRole('table', { name: 'Who may do what, as Palette sets it up' }),
  ).toContainText('dev.dana@acme.example');
  await expect(
    page.getByRole('table', { name: 'Namespaces, as Palette sets them up' }),
  ).toContainText('all that match team-.*');
});

test('the fleet tells what Palette has to say, with the way to the cluster', async ({
  page,
}) => {
  await page.goto('/palette/fleet');
  await signIn(page, ADA.name);
  const show = page.getByRole('button', { name: 'Show the notifications' });
  await expect(show).toBeVisible();
  expect(await asked('/v1/notifications/')).toBe(0);
  await show.click();
  const list = page.getByRole('list', { name: 'Notifications of Palette' });
  const first = list.getByRole('listitem').first();
  await expect(first).toContainText('Packs can be updated');
  const link = first.getByRole('link');
  const name = await link.textContent();
  await link.click();
  await expect(page.getByRole('heading', { name: name! })).toBeVisible();
  await page.getByRole('tab', { name: 'Upkeep' }).click();
  await expect(
    page
      .getByRole('list', { name: 'Notifications of Palette' })
      .getByText('Packs can be updated'),
  ).toBeVisible();
});

test('a profile is exported as a file', async ({ page }) => {
  await page.goto('/palette/profiles');
  await signIn(page, ADA.name);
  await page.getByRole('link', { name: 'observability' }).first().click();
  await page.getByRole('button', { name: 'Export' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: /^For Terraform/ }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^observability-[\d.]+\.tf$/);
  expect(await readFile(await file.path(), 'utf8')).toContain(
    'resource "spectrocloud_cluster_profile"',
  );
});
