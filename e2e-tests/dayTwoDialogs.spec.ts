import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { act, changes, openCluster } from './support/dayTwo';
import { expectAccessible } from './support/looks';
import { openClustersAs } from './support/signIn';
import { clearFaults, clearRequests, control, DANA } from './support/simulator';

const VAULT = 'payments-vault';
const FOLLOWED = { timeout: 40_000 };
const SLOW_MS = 3_000;
/** Where Palette may have made a change that it gave no answer to. */
const MAYBE = 'It may have made the change all the same';

test.beforeEach(() => control('reset'));
test.afterEach(() => clearFaults());

/** Sends what a dialog holds to a Palette that fails, then to a slow one that takes it. */
async function throughTrouble(
  dialog: Locator,
  button: string,
  call: { method: string; path: string },
) {
  const confirm = dialog.getByRole('button', { name: button, exact: true });
  await clearRequests();
  await control('fail', { status: 503, ...call });
  await confirm.click();
  await expect(dialog.getByRole('alert').last()).toContainText(MAYBE);
  await control('delay', { ms: SLOW_MS, ...call });
  await confirm.click();
  await expect(confirm).toBeDisabled();
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeDisabled();
}

async function openVault(page: Page) {
  await openClustersAs(page, DANA.name);
  await openCluster(page, VAULT);
}

/** What failed, and what Palette has taken as the user. */
const sent = (method: string) => [
  expect.objectContaining({ method, status: 503 }),
  { method, status: 204, user: DANA.email },
];

test('a node pool gets another size, over a Palette that fails and is slow', async ({
  page,
}) => {
  await openVault(page);
  const dialog = await act(page, /^Size of node pools…/);
  const nodes = dialog.getByLabel('Nodes', { exact: true });
  const apply = dialog.getByRole('button', { name: 'Apply' });
  await expect(dialog.getByLabel('Node pool')).toHaveValue('worker-pool');
  const before = Number(await nodes.inputValue());
  await nodes.fill('99');
  await expect(
    dialog.getByText('Has to be from the fewest to the most nodes.'),
  ).toBeVisible();
  await expect(apply).toBeDisabled();
  await expectAccessible(page);
  await nodes.fill(String(before + 1));
  await throughTrouble(dialog, 'Apply', {
    method: 'PUT',
    path: '/v1/cloudconfigs',
  });
  await expect(
    page.getByText('Palette has taken the size of the pool.'),
  ).toBeVisible();
  expect(await changes()).toEqual(sent('PUT'));

  await page.getByRole('button', { name: 'Actions' }).click();
  await page.getByRole('menuitem', { name: /^Size of node pools…/ }).click();
  await expect(nodes).toHaveValue(String(before + 1));
});

test('what Palette says of a size stands at the size', async ({ page }) => {
  await openVault(page);
  const dialog = await act(page, /^Size of node pools…/);
  await dialog.getByLabel('Node pool').selectOption('control-plane-pool');
  const nodes = dialog.getByLabel('Nodes', { exact: true });
  await nodes.fill(String(Number(await nodes.inputValue()) + 1));
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await expect(nodes).toHaveAttribute('aria-invalid', 'true');
  await expect(nodes).toHaveAccessibleDescription(
    /control plane pool size must be an odd number/,
  );
});

test('a profile is removed by its name, and attached again with its variables', async ({
  page,
}) => {
  test.slow();
  const taken = page.getByText('Palette has taken the change of profiles.');
  await openVault(page);
  await page.getByRole('tab', { name: 'Profiles and packs' }).click();
  await expect(page.getByText('payments-addons').first()).toBeVisible();
  await test.step('removed', async () => {
    const choices = await act(page, /^Updates and profile versions…/);
    await choices
      .getByRole('button', { name: 'Remove payments-addons…' })
      .click();
    const dialog = page.getByRole('dialog');
    const name = dialog.getByLabel('Type payments-addons to confirm');
    const confirm = dialog.getByRole('button', { name: 'Remove', exact: true });
    await name.fill('payments');
    await expect(confirm).toBeDisabled();
    await name.fill('payments-addons');
    await expectAccessible(page);
    await throughTrouble(dialog, 'Remove', {
      method: 'DELETE',
      path: '/v1/spectroclusters',
    });
    await expect(taken).toBeVisible();
    expect(await changes()).toEqual(sent('DELETE'));
    await expect(page.getByText('payments-addons')).toHaveCount(0, FOLLOWED);
  });
  await test.step('attached', async () => {
    const dialog = await act(page, /^Updates and profile versions…/);
    await dialog.getByRole('button', { name: 'Attach a profile…' }).click();
    const choice = dialog.getByLabel('Further profile');
    const wanted = choice.locator('option', { hasText: 'payments-addons' });
    await choice.selectOption(await wanted.getAttribute('value'));
    const retention = dialog.getByLabel('Retention (days)');
    await retention.fill('30');
    await expect(dialog.getByText('No nodes will be replaced.')).toBeVisible();
    await expectAccessible(page);
    await throughTrouble(dialog, 'Apply', {
      method: 'PATCH',
      path: '/v1/spectroclusters',
    });
    await expect(dialog).toHaveCount(0);
    expect(await changes()).toEqual(sent('PATCH'));
    await expect(page.getByText('payments-addons').first()).toBeVisible(
      FOLLOWED,
    );
  });
});

test('logs are collected and saved, over a Palette that fails and is slow', async ({
  page,
}) => {
  const path = '/v1/spectroclusters';
  await openVault(page);
  const dialog = await act(page, /^Download logs…/);
  const collect = dialog.getByRole('button', { name: 'Collect and save' });
  const namespaces = dialog.getByLabel('Namespaces');
  await dialog.getByLabel('Last lines of each log').selectOption('100');
  await namespaces.fill('kube-system, payments');
  await dialog.getByLabel('Reason').fill('A look at the DNS');
  await expectAccessible(page);

  await control('fail', { status: 503, count: 20, method: 'POST', path });
  await collect.click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await expect(namespaces).toHaveValue('kube-system, payments');
  await clearFaults();

  await control('delay', { ms: SLOW_MS, method: 'POST', path });
  await collect.click();
  await expect(collect).toBeDisabled();
  await expect(
    dialog.getByText(/^The cluster collects its logs…/),
  ).toBeVisible();
  await expectAccessible(page);
  const download = page.waitForEvent('download', FOLLOWED);
  await control('time', { seconds: 60 });
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^logs-\w+\.log$/);
  expect(await readFile(await file.path(), 'utf8')).not.toBe('');
  await expect(dialog.getByText(/^Saved as /)).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toHaveCount(0);
});
