import { expect, type Page } from '@playwright/test';
import { apiRequests, clusterUid } from './simulator';

/** Opens a cluster's page. */
export async function openCluster(page: Page, name: string) {
  await page.goto(`/palette/clusters/${await clusterUid(name)}`);
  await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
}

/** Opens the dialog of an action. */
export async function act(page: Page, entry: RegExp) {
  await page.getByRole('button', { name: 'Actions' }).click();
  await page.getByRole('menuitem', { name: entry }).click();
  return page.getByRole('dialog');
}

/** How Palette answered each change. */
export async function changes() {
  const requests = await apiRequests();
  return requests
    .filter(({ method }) => /DELETE|PATCH|PUT/.test(method))
    .map(({ method, status, user }) => ({ method, status, user }));
}
