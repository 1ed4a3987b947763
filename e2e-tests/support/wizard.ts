import { expect, type Locator, type Page } from '@playwright/test';

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

/**
 * What is filled in, by the fields' labels: a text or a pattern is chosen from
 * what Palette offers, a list is boxes to check, `true` is a box alone.
 */
export type Entries = Record<
  string,
  string | RegExp | string[] | true | { typed: string }
>;

/** Fills in the fields of a step, or of a part of one. */
export async function fillIn(part: Page | Locator, entries: Entries) {
  for (const [name, entry] of Object.entries(entries)) {
    const input = part
      .getByRole('textbox', { name, exact: true })
      .or(part.getByRole('combobox', { name, exact: true }));
    if (entry === true) {
      await part.getByRole('checkbox', { name, exact: true }).check();
    } else if (Array.isArray(entry)) {
      const boxes = part.getByRole('group', { name, exact: true });
      for (const box of entry) {
        await boxes.getByRole('checkbox', { name: box, exact: true }).check();
      }
    } else if (typeof entry === 'object' && 'typed' in entry) {
      await input.fill(entry.typed);
    } else {
      await chooseOffered(input, entry);
    }
  }
}

/** Chooses from a select, or from what a text field suggests, once it is there. */
async function chooseOffered(input: Locator, wanted: string | RegExp) {
  // What stands before it counts once it is left.
  await input.focus();
  const isSelect = await input.evaluate(({ tagName }) => tagName === 'SELECT');
  const options = isSelect
    ? input.locator('option')
    : input.locator('xpath=following::datalist[1]/option');
  const matching =
    typeof wanted === 'string' && !isSelect
      ? input.locator(`xpath=following::datalist[1]/option[@value="${wanted}"]`)
      : options.filter({ hasText: wanted });
  // A list that Palette has not sent yet has no options.
  await matching.first().waitFor({ state: 'attached' });
  const value = await matching.first().getAttribute('value');
  if (isSelect) await input.selectOption(value);
  else await input.fill(value ?? '');
}
