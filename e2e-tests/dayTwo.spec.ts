import { expect, test } from '@playwright/test';
import { act, changes, openCluster } from './support/dayTwo';
import { answerDialog } from './support/reauthentication';
import { openClustersAs, signIn } from './support/signIn';
import {
  clearRequests,
  clusterUid,
  control,
  DANA,
  OLGA,
} from './support/simulator';

const VAULT = 'payments-vault';
/** Palette takes a minute for each change; the page asks after ten seconds at first. */
const CHANGE = { seconds: 60 };
const FOLLOWED = { timeout: 40_000 };

test.beforeEach(() => control('reset'));

test('a cluster is deleted once its name is typed, and its page follows it', async ({
  page,
}) => {
  await openClustersAs(page, DANA.name);
  await openCluster(page, VAULT);
  await clearRequests();
  const dialog = await act(page, /^Delete…/);
  const confirm = dialog.getByRole('button', { name: 'Delete' });
  await dialog.getByLabel(`Type ${VAULT} to confirm`).fill('payments');
  await expect(confirm).toBeDisabled();
  await dialog.getByLabel(`Type ${VAULT} to confirm`).fill(VAULT);
  await dialog.getByLabel('Reason').fill('Replaced by another one');
  await confirm.click();
  await expect(page.getByText('Palette deletes the cluster.')).toBeVisible();
  await expect(page.getByText('Is being deleted')).toBeVisible();
  expect(await changes()).toEqual([
    { method: 'DELETE', status: 204, user: DANA.email },
  ]);
  await control('time', CHANGE);
  await expect(page.getByRole('alert').first()).toBeVisible(FOLLOWED);
  await page.getByRole('link', { name: 'All clusters' }).click();
  await expect(page.getByText(/^[1-9]\d* clusters?$/)).toBeVisible();
  await expect(page.getByRole('link', { name: VAULT })).toHaveCount(0);
});

test('another version is applied, and the repave that it needs approved', async ({
  page,
}) => {
  await openClustersAs(page, DANA.name);
  await openCluster(page, VAULT);
  await test.step('the version', async () => {
    const dialog = await act(page, /^Updates and profile versions…/);
    const infra = dialog.getByLabel('vsphere-infra');
    const other = await infra
      .locator('option')
      .filter({ hasNotText: 'as it is' })
      .first()
      .getAttribute('value');
    await infra.selectOption(other);
    await expect(dialog.getByText(/^Nodes will be replaced/)).toBeVisible();
    await expect(dialog.getByText(/kubernetes.*1\.3\d\.\d/)).toBeVisible();
    await dialog.getByRole('button', { name: 'Apply' }).click();
    await expect(
      page.getByText('Palette has taken the change of profiles.'),
    ).toBeVisible();
  });
  await test.step('the repave', async () => {
    const dialog = await act(page, /^Replacement of nodes…/);
    await expect(dialog.getByText(/kubernetes.*1\.3\d\.\d/)).toBeVisible();
    await dialog.getByRole('button', { name: 'Approve' }).click();
    await expect(page.getByText('Runs, and is being upgraded')).toBeVisible();
    await control('time', CHANGE);
    await expect(page.getByText('Runs and is healthy')).toBeVisible(FOLLOWED);
  });
});

test('a virtual cluster is paused and resumed', async ({ page }) => {
  await openClustersAs(page, DANA.name);
  await openCluster(page, 'payments-feature-1');
  for (const [entry, name, going, after] of [
    [/^Pause…/, 'Pause', 'Is being paused', 'Is paused'],
    [/^Resume…/, 'Resume', 'Is being resumed', 'Runs and is healthy'],
  ] as const) {
    const dialog = await act(page, entry);
    await dialog.getByRole('button', { name, exact: true }).click();
    await expect(page.getByText(going)).toBeVisible();
    await control('time', CHANGE);
    await expect(page.getByText(after)).toBeVisible(FOLLOWED);
  }
});

test('nothing typed is lost to a Palette that is slow, fails or wants another sign-in', async ({
  page,
}) => {
  await openClustersAs(page, DANA.name);
  await openCluster(page, VAULT);
  const dialog = await act(page, /^Name and tags…/);
  const tags = dialog.getByLabel('Tags');
  const save = dialog.getByRole('button', { name: 'Save' });
  await tags.fill('team:payments\nday-two');
  const path = '/v1/spectroclusters';

  await clearRequests();
  await control('fail', { status: 503, method: 'PATCH', path });
  await save.click();
  await expect(dialog.getByRole('alert')).toContainText(
    'It may have made the change all the same',
  );
  await expect(tags).toHaveValue('team:payments\nday-two');
  expect(await changes()).toHaveLength(1);

  await control('delay', { ms: 3_000, method: 'PATCH', path });
  await control('sessions/revoke', { user: DANA.email });
  await clearRequests();
  await save.click();
  await expect(save).toBeDisabled();
  await answerDialog(page, DANA.name);
  await expect(
    page.getByText('Palette has taken name and tags.'),
  ).toBeVisible();
  // What was refused for want of a session never came to the change.
  expect(await changes()).toEqual([
    { method: 'PATCH', status: 204, user: DANA.email },
  ]);
});

test('what Palette refuses is said where it belongs', async ({ page }) => {
  await openClustersAs(page, DANA.name);
  await openCluster(page, VAULT);
  const dialog = await act(page, /^Name and tags…/);
  await dialog.getByLabel('Name').fill('payments-stage');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByRole('alert')).toContainText(
    'A cluster with this name exists already',
  );
  await expect(dialog.getByLabel('Name')).toHaveValue('payments-stage');
});

test('somebody with fewer rights at Palette is told so, and changes nothing', async ({
  page,
}) => {
  const uid = await clusterUid('research-quantum');
  await page.goto(`/palette/clusters/${uid}?action=delete`);
  await signIn(page, OLGA.name);
  await page.getByRole('button', { name: 'Actions' }).click();
  for (const entry of [
    'Updates and profile versions',
    'Variables',
    'Size of node pools',
    'Replacement of nodes',
    'Name and tags',
    'Delete',
    'Delete by force',
  ]) {
    const item = page.getByRole('menuitem', { name: `${entry}…` });
    await expect(item).toContainText('Your Palette role does not allow it');
    await expect(item).toHaveAttribute('aria-disabled', 'true');
  }
  // Who sees a cluster may see its logs.
  await expect(
    page.getByRole('menuitem', { name: 'Download logs…' }),
  ).not.toHaveAttribute('aria-disabled', 'true');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
