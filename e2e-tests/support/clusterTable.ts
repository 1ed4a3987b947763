import { expect, type Page } from '@playwright/test';

/** The names in the table, over all of its pages, sorted. */
export async function readClusterNames(page: Page): Promise<string[]> {
  const table = page.getByRole('table').first();
  const next = page.getByRole('button', { name: 'Next page' });
  const names: string[] = [];
  for (;;) {
    const shown = await table.locator('tbody a').allInnerTexts();
    names.push(...shown);
    if (!(await next.isEnabled())) {
      return names.sort();
    }
    await next.click();
    await expect(table.locator('tbody a').first()).not.toHaveText(shown[0]);
  }
}
