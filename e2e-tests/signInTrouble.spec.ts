import { expect, test, type Page } from '@playwright/test';
import { signIn } from './support/signIn';
import { control, DANA, GUS } from './support/simulator';

test.beforeEach(() => control('reset'));

/** Serves the app with the redirect flow switched on. */
async function switchRedirectFlowOn(page: Page) {
  await page.route(
    url => url.pathname.startsWith('/palette') || url.pathname === '/',
    async route => {
      if (route.request().resourceType() !== 'document') {
        await route.fallback();
        return;
      }
      const response = await route.fetch();
      const html = await response.text();
      await route.fulfill({
        response,
        body: html.replace(
          /(<script type="backstage\.io\/config">\s*\[)/,
          '$1{"context":"e2e","data":{"enableExperimentalRedirectFlow":true}},',
        ),
      });
    },
  );
}

test('a popup that the browser blocks is named, with what to do', async ({
  page,
}) => {
  await page.addInitScript(() => {
    window.open = () => null;
  });
  await page.goto('/palette/clusters');
  await page.getByRole('button', { name: 'Sign in' }).click();

  await expect(page.getByRole('alert')).toContainText(
    'Your browser blocked the sign-in window',
  );
  await expect(page.getByRole('alert')).toContainText('Allow pop-ups');
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeEnabled();
});

test('a popup that is closed is named, and the next try works', async ({
  page,
}) => {
  await page.goto('/palette/clusters');
  const popup = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await (await popup).close();
  await expect(page.getByRole('alert')).toContainText('closed too early');

  await signIn(page, DANA.name);
  await expect(page.getByText(/^[1-9]\d* clusters?$/)).toBeVisible();
});

test('the redirect flow signs in where the popup would not', async ({
  page,
}) => {
  await switchRedirectFlowOn(page);
  await page.goto('/palette/clusters');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('link', { name: DANA.name }).click();

  await expect(page.getByText(/^[1-9]\d* clusters?$/)).toBeVisible();
  expect(new URL(page.url()).pathname).toBe('/palette/clusters');
});

test('the redirect flow shows why it failed, and lets the user try again', async ({
  page,
}) => {
  await switchRedirectFlowOn(page);
  await page.goto('/palette/clusters');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('link', { name: GUS.name }).click();

  await expect(page.getByRole('alert')).toContainText('reference');
  expect(new URL(page.url()).searchParams.has('error')).toBe(false);
  // Coming back by a redirect, the document is the unchanged one, with the popup.
  await signIn(page, DANA.name);
  await expect(page.getByText(/^[1-9]\d* clusters?$/)).toBeVisible();
});
