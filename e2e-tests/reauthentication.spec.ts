import { expect, test } from '@playwright/test';
import { listProjectsAtOnce } from './support/paletteApi';
import {
  answerDialog,
  countDialogs,
  loginDialog,
} from './support/reauthentication';
import { openClustersAs } from './support/signIn';
import { ADA, control, DANA } from './support/simulator';

const COUNT = /^[1-9]\d* clusters?$/;

test.beforeEach(() => control('reset'));

test('a page goes on where it was after its session was revoked', async ({
  page,
}) => {
  await openClustersAs(page, DANA.name);
  const search = page.getByRole('searchbox', { name: 'Search clusters' });
  await search.fill('payments');
  const dialogs = await countDialogs(page);
  await control('sessions/revoke', { user: DANA.email });

  await page.getByRole('button', { name: 'Refresh' }).click();
  await answerDialog(page, DANA.name);

  await expect(loginDialog(page)).toBeHidden();
  await expect(page.getByRole('button', { name: 'Refresh' })).toBeEnabled();
  await expect(search).toHaveValue('payments');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page.getByText(/^\d+ of [1-9]\d* clusters$/)).toBeVisible();
  expect(await dialogs()).toBe(1);
});

test('ten requests at once ask once, and all of them succeed', async ({
  page,
}) => {
  await openClustersAs(page, DANA.name);
  const dialogs = await countDialogs(page);
  await control('sessions/revoke', { user: DANA.email });

  const lists = listProjectsAtOnce(page, 10);
  await answerDialog(page, DANA.name);

  expect(await lists).toEqual(Array(10).fill(DANA.projects.length));
  expect(await dialogs()).toBe(1);
});

test('who declines is signed out', async ({ page }) => {
  await openClustersAs(page, DANA.name);
  await control('sessions/revoke', { user: DANA.email });

  await page.getByRole('button', { name: 'Refresh' }).click();
  await loginDialog(page).getByRole('button', { name: 'Reject All' }).click();

  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
});

test('a download goes on after the sign-in', async ({ page }) => {
  await openClustersAs(page, DANA.name);
  await page.getByRole('link', { name: 'payments-prod-eu' }).click();
  const button = page.getByRole('button', { name: 'Download kubeconfig' });
  await expect(button).toBeEnabled();
  await control('sessions/revoke', { user: DANA.email });

  const download = page.waitForEvent('download');
  await button.click();
  await answerDialog(page, DANA.name);
  await page.getByRole('menuitem', { name: 'For yourself' }).click();

  expect((await download).suggestedFilename()).toContain('payments-prod-eu');
});

test('another user does not go on with the page of the first', async ({
  page,
}) => {
  await openClustersAs(page, DANA.name);
  await control('sessions/revoke', { user: DANA.email });

  await page.getByRole('button', { name: 'Refresh' }).click();
  await answerDialog(page, ADA.name);

  await expect(page.getByRole('link', { name: ADA.name })).toBeVisible();
  await expect(page.getByText(COUNT)).toBeVisible();
});

test('one sign-in serves the dialogs of two tabs', async ({
  page,
  context,
}) => {
  await openClustersAs(page, DANA.name);
  const other = await context.newPage();
  await other.goto('/palette/clusters');
  await expect(other.getByText(COUNT)).toBeVisible();
  await control('sessions/revoke', { user: DANA.email });

  await other.getByRole('button', { name: 'Refresh' }).click();
  await expect(loginDialog(other)).toBeVisible();
  await page.getByRole('button', { name: 'Refresh' }).click();
  await answerDialog(page, DANA.name);

  await expect(loginDialog(page)).toBeHidden();
  await expect(loginDialog(other)).toBeHidden();
  await expect(other.getByRole('button', { name: 'Refresh' })).toBeEnabled();
  await expect(other.getByRole('alert')).toHaveCount(0);
});
