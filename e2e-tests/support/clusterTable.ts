import { expect, type Page } from '@playwright/test';

/** The names in the table, over all of its pages, sorted. */
export async function readClusterNames(page: Page): Promise<string[]> {
  const table = page.getByRole('table').first();
  const next = page.getByRole('button', { name: 'Next page' });
  const names: string[] = [];
  await expect(table.locator('tbody a').first()).toBeVisible();
  for (;;) {
    const shown = await table.locator('tbody a').allInnerTexts();
    names.push(...shown);
    // One page alone has no pager.
    if ((await next.count()) === 0 || !(await next.isEnabled())) {
      return names.sort();
    }
    await next.click();
    await expect(table.locator('tbody a').first()).not.toHaveText(shown[0]);
  }
}
