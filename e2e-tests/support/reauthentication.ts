import { expect, type Locator, type Page } from '@playwright/test';

/** The framework's dialog in which Backstage asks for a sign-in. */
export function loginDialog(page: Page): Locator {
  return page.getByRole('dialog', { name: 'Login Required' });
}

/** Signs in through the dialog that is shown. */
export async function answerDialog(page: Page, name: string) {
  const dialog = loginDialog(page);
  await expect(dialog).toBeVisible();
  const popup = page.waitForEvent('popup');
  await dialog.getByRole('button', { name: 'Log in' }).click();
  await (await popup).getByRole('link', { name }).click();
}

/** Counts how often the dialog appears from now on. */
export async function countDialogs(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counter = window as unknown as { dialogs: number };
    const isShown = () =>
      document.querySelector('[aria-labelledby="oauth-req-dialog-title"]') !==
      null;
    let shown = isShown();
    counter.dialogs = 0;
    new MutationObserver(() => {
      const now = isShown();
      if (now && !shown) counter.dialogs += 1;
      shown = now;
    }).observe(document.body, { childList: true, subtree: true });
  });
  return () =>
    page.evaluate(() => (window as unknown as { dialogs: number }).dialogs);
}
