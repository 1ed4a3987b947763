import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { watchCalls } from './support/calls';
import { openClustersAs, signIn } from './support/signIn';
import {
  apiRequests,
  clearRequests,
  control,
  DANA,
  OLGA,
} from './support/simulator';
import {
  createButton,
  field,
  fillBasics,
  next,
  openWizard,
} from './support/wizard';

/** So many calls of Palette the first step may cost. */
const MOST_CALLS = 4;

test.beforeEach(() => control('reset'));

/** How often the user has asked Palette to create a cluster of the kind. */
async function creations(kind: string) {
  const requests = await apiRequests();
  return requests.filter(
    ({ method, path, auth }) =>
      method === 'POST' &&
      auth === 'session' &&
      path === `/v1/spectroclusters/${kind}`,
  ).length;
}

async function downloadOf(page: Page, name: string) {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: `Download ${name}` }).click();
  const file = await download;
  return {
    name: file.suggestedFilename(),
    text: await readFile(await file.path(), 'utf8'),
  };
}

test('a virtual cluster in three steps', async ({ page }) => {
  await openClustersAs(page, DANA.name);
  await openWizard(page);
  await page.getByRole('radio', { name: 'Virtual' }).check();
  await expect(page.getByLabel('Project')).toHaveValue(/.+/);
  await page
    .getByLabel('Cluster group')
    .selectOption({ label: 'payments-vclusters' });
  await expect(page.getByText(/of 12 cores/)).toBeVisible();
  await field(page, 'Name').fill('pr-4711');
  await next(page, 'Profiles and size');
  await field(page, 'CPUs at most').fill('2');
  await next(page, 'Review');

  await expect(page.getByText('Palette accepts it.')).toBeVisible();
  await createButton(page).click();
  await expect(page.getByRole('heading', { name: 'pr-4711' })).toBeVisible();
  expect(await creations('virtual')).toBe(1);
});

test('EKS, from the first step to the cluster that comes up', async ({
  page,
}) => {
  await control('settings', { clusterChangeSeconds: 12 });
  await openClustersAs(page, DANA.name);
  await openWizard(page);
  await fillBasics(page, 'orders-eu');
  await field(page, 'Tags').fill('critical, team:payments');
  await next(page, 'Profiles');

  await page.getByRole('radio', { name: /^eks-infra/ }).check();
  await page.getByRole('checkbox', { name: /^observability/ }).check();
  await expect(field(page, 'Retention (days)')).toHaveValue('14');
  await field(page, 'Retention (days)').fill('many');
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(page.getByText('Has to be a number.')).toBeVisible();
  await expect(field(page, 'Retention (days)')).toBeFocused();
  await field(page, 'Retention (days)').fill('30');
  await page.getByLabel('Pager key').fill('s3cret-pager');
  await next(page, 'Placement');

  await field(page, 'Region').fill('eu-west-1');
  await next(page, 'Node pools');
  await field(page, 'Machine type').fill('m5.xlarge');
  await page.getByRole('checkbox', { name: 'eu-west-1a' }).check();
  await next(page, 'Policies');
  await next(page, 'Review');
  await expect(page.getByText('Palette accepts it.')).toBeVisible();
  await expect(page.getByText(/^\$0\.41 an hour, about/)).toBeVisible();

  const terraform = await downloadOf(page, 'Terraform');
  expect(terraform.name).toBe('orders-eu.tf');
  expect(terraform.text).toContain('resource "spectrocloud_cluster_eks"');
  await page.getByRole('tab', { name: 'Scaffolder step' }).click();
  const template = await downloadOf(page, 'Scaffolder step');
  expect(template.text).toContain('action: spectrocloud:cluster:create');
  await page.getByRole('tab', { name: 'JSON' }).click();
  const json = await downloadOf(page, 'JSON');
  expect(JSON.parse(json.text).cloudType).toBe('eks');
  for (const { text } of [terraform, template, json]) {
    expect(text).not.toContain('s3cret-pager');
    expect(text).toContain('pager_key');
  }

  await createButton(page).dblclick();
  await expect(page.getByRole('heading', { name: 'orders-eu' })).toBeVisible();
  await expect(
    page.getByText(/Provisioning|is being created/i).first(),
  ).toBeVisible();
  expect(await creations('eks')).toBe(1);
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  // The page follows it without anybody's doing.
  await expect(page.getByText(/^Runs/).first()).toBeVisible({
    timeout: 60_000,
  });
});

test('the first step costs few calls, and no key costs one', async ({
  page,
}) => {
  const profiles = Array.from({ length: 500 }, (_, index) => ({
    metadata: { uid: `profile-${index}`, name: `profile-${index}` },
    spec: {
      type: index === 0 ? 'infra' : 'add-on',
      cloudType: index === 0 ? 'eks' : 'all',
      version: '1.0.0',
      versions: [],
      packs: [],
    },
    status: { isPublished: true },
  }));
  await page.route('**/api/spectrocloud/profiles/search*', route =>
    route.fulfill({ json: { profiles } }),
  );
  const settled = watchCalls(page);
  await openClustersAs(page, DANA.name);
  // What the page is made of is there once somebody has opened it.
  await openWizard(page);
  await page.goBack();
  await expect(page.getByText(/^[1-9]\d* clusters?$/)).toBeVisible();
  await settled();
  await clearRequests();
  const started = Date.now();
  await page.getByRole('link', { name: 'Create cluster' }).click();
  await expect(page.getByLabel('Cloud account')).toBeEnabled();
  const took = Date.now() - started;
  const calls = (await apiRequests()).filter(
    ({ user }) => user === DANA.email,
  ).length;
  process.stdout.write(`first step: ${took} ms, ${calls} calls of Palette\n`);
  expect(calls).toBeLessThanOrEqual(MOST_CALLS);

  await fillBasics(page, 'quiet');
  await next(page, 'Profiles');
  await expect(page.getByText('479 more: narrow the search.')).toBeVisible();
  await settled();
  await clearRequests();
  await page.getByRole('searchbox').pressSequentially('profile-499');
  await expect(
    page.getByRole('checkbox', { name: 'profile-499' }),
  ).toBeVisible();
  await expect(page.getByText(/more: narrow/)).toHaveCount(0);
  expect(await apiRequests()).toEqual([]);
});

test('who may create nowhere is told so', async ({ page }) => {
  await page.goto('/palette/clusters/create');
  await signIn(page, OLGA.name);
  await expect(
    page.getByText(
      'Palette lets you create clusters in none of your projects.',
    ),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(
    page.getByRole('heading', { name: 'Kind and name' }),
  ).toBeVisible();
});
