import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { readClusterNames } from './support/clusterTable';
import { openClustersAs } from './support/signIn';
import { clusterNames, control, DANA } from './support/simulator';

test.beforeEach(async () => {
  await control('reset');
  await control('oddities', { enabled: true });
});
test.afterEach(() => control('reset'));

test('with all of its oddities at once, Palette is used from the sign-in to the kubeconfig', async ({
  page,
}) => {
  const expected = await clusterNames(DANA.projects);

  await openClustersAs(page, DANA.name);
  expect(await readClusterNames(page)).toEqual(expected);
  await page.reload();
  expect(await readClusterNames(page)).toEqual(expected);

  await page.getByRole('link', { name: 'payments-prod-eu' }).click();
  await page.getByRole('tab', { name: 'Profiles and packs' }).click();
  await expect(page.getByText('payments-addons').first()).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download kubeconfig' }).click();
  await page.getByRole('menuitem', { name: 'For yourself' }).click();
  const kubeconfig = await readFile(await (await download).path(), 'utf8');
  expect(kubeconfig).toContain('oidc-login');
});
