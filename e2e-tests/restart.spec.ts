import { expect, test } from '@playwright/test';
import { restartBackend } from './support/supervisor';
import { readClusterNames } from './support/clusterTable';
import { openClustersAs } from './support/signIn';
import { clusterNames, control, DANA } from './support/simulator';

test.beforeEach(() => control('reset'));

test('nobody notices that the backend was restarted', async ({ page }) => {
  const expected = await clusterNames(DANA.projects);
  await openClustersAs(page, DANA.name);

  await restartBackend();

  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByRole('button', { name: 'Refresh' })).toBeEnabled();
  expect(await readClusterNames(page)).toEqual(expected);
  await expect(page.getByRole('alert')).toHaveCount(0);

  await page.reload();
  await expect(page.getByText(/^[1-9]\d* clusters?$/)).toBeVisible();
  expect(await readClusterNames(page)).toEqual(expected);
});
