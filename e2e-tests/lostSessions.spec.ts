import { expect, test } from '@playwright/test';
import { openClustersAs } from './support/signIn';
import { loginDialog } from './support/reauthentication';
import { control, DANA } from './support/simulator';
import { storedSessions } from './support/storedSessions';

test.beforeEach(() => control('reset'));

test('nobody notices that the database lost the sessions, and they are back', async ({
  page,
}) => {
  const sessions = storedSessions();
  try {
    await sessions.wipe();
    await openClustersAs(page, DANA.name);
    expect(await sessions.count()).toBe(1);
    // Longer than the backend plugin's copy of the token lives.
    await page.waitForTimeout(1_500);

    await sessions.wipe();
    await page.getByRole('button', { name: 'Refresh' }).click();
    await expect(page.getByText(/^[1-9]\d* clusters?$/)).toBeVisible();
    await expect.poll(() => sessions.count()).toBe(1);

    await sessions.wipe();
    await page.reload();
    await expect(page.getByText(/^[1-9]\d* clusters?$/)).toBeVisible();
    expect(await sessions.count()).toBe(1);
    await expect(loginDialog(page)).toHaveCount(0);
    await expect(page.getByRole('alert')).toHaveCount(0);
  } finally {
    await sessions.close();
  }
});
