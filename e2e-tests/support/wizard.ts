import { expect, type Page } from '@playwright/test';

/** Opens the wizard from the list of clusters. */
export async function openWizard(page: Page) {
  await page.getByRole('link', { name: 'Create cluster' }).click();
  await expect(
    page.getByRole('heading', { name: 'Create a cluster' }),
  ).toBeVisible();
}

/** On to the next step. */
export async function next(page: Page, step: string) {
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(page.getByRole('heading', { name: step })).toBeVisible();
}

/** A text field of the wizard. */
export const field = (page: Page, name: string) =>
  page
    .getByRole('textbox', { name, exact: true })
    .or(page.getByRole('combobox', { name, exact: true }));

/** The button that creates the cluster. */
export const createButton = (page: Page) =>
  page.getByRole('button', { name: 'Create', exact: true });

/** The first step of an EKS cluster of that name. */
export async function fillBasics(page: Page, name: string) {
  await page
    .getByLabel('Cloud account')
    .selectOption({ label: 'aws-production' });
  await field(page, 'Name').fill(name);
}

/** The steps of an EKS cluster after the first, as far as they need something. */
export async function fillEks(page: Page) {
  await next(page, 'Profiles');
  await page.getByRole('radio', { name: /^eks-infra/ }).check();
  await next(page, 'Placement');
  await field(page, 'Region').fill('eu-west-1');
  await next(page, 'Node pools');
  await field(page, 'Machine type').fill('m5.xlarge');
  await next(page, 'Policies');
  await next(page, 'Review');
}
