import { expect, type Page, test } from '@playwright/test';
import { openClustersAs } from './support/signIn';
import { control, DANA } from './support/simulator';

test.beforeEach(() => control('reset'));

async function signOut(page: Page) {
  await page.goto('/settings');
  await page.getByTestId('user-settings-menu').click();
  await page.getByTestId('sign-out').click();
}

test('two tabs sign in at the same time', async ({ page, context }) => {
  const other = await context.newPage();
  await Promise.all([
    page.goto('/palette/clusters'),
    other.goto('/palette/clusters'),
  ]);
  const open = async (tab: Page) => {
    const popup = tab.waitForEvent('popup');
    await tab.getByRole('button', { name: 'Sign in' }).click();
    return popup;
  };
  const first = await open(page);
  const second = await open(other);

  // The one that began first ends last: neither login disturbs the other.
  await second.getByRole('link', { name: DANA.name }).click();
  await expect(other.getByText(/^[1-9]\d* clusters?$/)).toBeVisible();
  if (!first.isClosed()) {
    await first.getByRole('link', { name: DANA.name }).click();
  }
  await expect(page.getByText(/^[1-9]\d* clusters?$/)).toBeVisible();
});

test('a sign-in in one tab is enough for the next', async ({
  page,
  context,
}) => {
  await openClustersAs(page, DANA.name);

  const other = await context.newPage();
  await other.goto('/palette/clusters');

  await expect(other.getByText(/^[1-9]\d* clusters?$/)).toBeVisible();
});

test('signing out in one tab signs out the other', async ({
  page,
  context,
}) => {
  await openClustersAs(page, DANA.name);
  const other = await context.newPage();
  await other.goto('/palette/clusters');
  await expect(other.getByText(/^[1-9]\d* clusters?$/)).toBeVisible();

  await signOut(page);

  await expect(other.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await expect(other.getByRole('table')).toHaveCount(0);
});
