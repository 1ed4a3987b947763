import { expect, type Page } from '@playwright/test';

/** Opens the form of a template from the navigation. */
export async function openTemplate(page: Page, title: string) {
  await page.getByRole('link', { name: 'Create', exact: true }).click();
  const card = page.locator('.MuiCard-root').filter({
    has: page.getByRole('heading', { name: title }),
  });
  await card.getByRole('button', { name: 'Choose' }).click();
  await expect(page.getByLabel(/^Project/)).toBeVisible();
}

/** On to the next page of the form. */
export const goOn = (page: Page) =>
  page.getByRole('button', { name: /^(Next|Review)$/ }).click();

/** Runs the template that is reviewed; the page is that of its task then. */
export async function run(page: Page) {
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(page).toHaveURL(/\/create\/tasks\//);
}
