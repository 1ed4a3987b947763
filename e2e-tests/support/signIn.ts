import { expect, type Page } from '@playwright/test';

/** Signs in on the sign-in page that is shown, through Palette's popup. */
export async function signIn(page: Page, name: string) {
  const popup = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await (await popup).getByRole('link', { name }).click();
}

/** Opens the clusters' page as the named user, who isn't signed in yet. */
export async function openClustersAs(page: Page, name: string) {
  await page.goto('/palette/clusters');
  await signIn(page, name);
  await expect(page.getByText(/^[1-9]\d* clusters?$/)).toBeVisible();
}
