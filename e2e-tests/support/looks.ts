import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const SMALL = { width: 390, height: 844 };
const LARGE = { width: 1280, height: 720 };

/** Nobody is shut out by how a page looks, and nothing of it is out of sight on a phone. */
export async function expectAccessible(page: Page) {
  // Colours of elements that fade in would be measured in between.
  await page.waitForTimeout(500);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
    ),
  ).toEqual([]);
  await page.setViewportSize(SMALL);
  await expect
    .poll(() =>
      page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth - clientWidth;
      }),
    )
    .toBe(0);
  await page.setViewportSize(LARGE);
}
