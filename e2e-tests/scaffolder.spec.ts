import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { answerDialog, loginDialog } from './support/reauthentication';
import { openClustersAs, signIn } from './support/signIn';
import {
  apiRequests,
  clearFaults,
  clearRequests,
  control,
  creations,
  DANA,
  OLGA,
} from './support/simulator';
import { goOn, openTemplate, run } from './support/templates';

/** What the fields of a page may ask Palette for, the checks before the next one included. */
const MOST_CALLS = 6;

test.beforeEach(() => control('reset'));
test.afterEach(() => clearFaults());

async function callsOf(user: string) {
  const requests = await apiRequests();
  return requests.filter(request => request.user === user);
}

async function expectAccessible(page: Page, except: string[] = []) {
  const { violations } = await new AxeBuilder({ page })
    .include('form.rjsf')
    .disableRules(except)
    .analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
  );
  expect(found).toEqual([]);
}

async function fillPlace(page: Page) {
  await expect(page.getByLabel(/^Project/)).toHaveValue(/.+/);
  await page
    .getByLabel(/^Cloud account/)
    .selectOption({ label: 'aws-production' });
  await page.getByLabel(/^Region/).selectOption('eu-west-1');
}

test('a virtual cluster, from the template to its page', async ({ page }) => {
  await control('settings', { clusterChangeSeconds: 6 });
  await openClustersAs(page, DANA.name);
  await openTemplate(page, 'Virtual cluster');
  // Dana may create clusters in this project only.
  await expect(page.getByLabel(/^Project/)).toHaveValue(/.+/);
  await expect(page.getByLabel(/^Project/).locator('option')).toHaveText([
    'payments',
  ]);
  await page
    .getByLabel(/^Cluster group/)
    .selectOption({ label: 'payments-vclusters' });
  await expectAccessible(page);
  await goOn(page);
  await page.getByLabel(/^Name/).fill('pr-4711');
  await goOn(page);
  await expect(page.getByText('payments-vclusters')).toBeVisible();
  await run(page);

  await page.getByRole('button', { name: 'Show Logs' }).click();
  await expect(page.getByText(/Palette creates the cluster/)).toBeVisible();
  const link = page.getByRole('link', { name: 'The cluster' });
  await expect(link).toBeVisible({ timeout: 60_000 });
  await link.click();
  await expect(page.getByRole('heading', { name: 'pr-4711' })).toBeVisible();
});

test('EKS: profiles with their variables, and a secret that stays one', async ({
  page,
}) => {
  await control('settings', { clusterChangeSeconds: 6 });
  await openClustersAs(page, DANA.name);
  await openTemplate(page, 'EKS cluster');
  await expect(page.getByLabel(/^Cloud account/)).toBeVisible();
  await fillPlace(page);
  await expectAccessible(page);
  await goOn(page);

  await page.getByLabel(/^Name/).fill('orders-eu');
  await page
    .getByLabel(/^What it runs on/)
    .selectOption({ label: 'eks-infra' });
  await page
    .getByLabel(/^What is added to it/)
    .selectOption({ label: 'observability' });
  const retention = page.getByLabel(/^Retention \(days\)/);
  await expect(retention).toHaveValue('14');
  await clearRequests();
  await retention.fill('');
  await retention.pressSequentially('many');
  await page.getByLabel('Pager key').pressSequentially('s3cret-pager');
  expect(await callsOf(DANA.email)).toEqual([]);
  await goOn(page);
  await expect(
    page.getByText('Retention (days): Has to be a number.').first(),
  ).toBeVisible();
  // The red of Backstage's own theme, in which a form says what is wrong, is too light.
  await expectAccessible(page, ['color-contrast']);
  expect((await callsOf(DANA.email)).length).toBeLessThanOrEqual(MOST_CALLS);
  await retention.fill('30');
  await goOn(page);
  await expect(page.getByText('orders-eu')).toBeVisible();
  await expect(page.locator('body')).not.toContainText('s3cret-pager');

  const started = page.waitForRequest(
    request =>
      request.method() === 'POST' &&
      request.url().endsWith('/api/scaffolder/v2/tasks'),
  );
  await run(page);
  const { values, secrets } = (await started).postDataJSON();
  expect(JSON.stringify(values)).not.toContain('s3cret-pager');
  expect(JSON.stringify(secrets)).toContain('s3cret-pager');
  await page.getByRole('button', { name: 'Show Logs' }).click();
  await expect(page.getByText(/Palette creates the cluster/)).toBeVisible();
  await expect(page.getByRole('link', { name: 'The cluster' })).toBeVisible({
    timeout: 60_000,
  });
  await expect(page.locator('body')).not.toContainText('s3cret-pager');
});

test('fields say that Palette is slow, and that it fails, and recover', async ({
  page,
}) => {
  await openClustersAs(page, DANA.name);
  await control('delay', { ms: 4_000, count: 20, path: '/v1/cloudaccounts/' });
  await openTemplate(page, 'EKS cluster');
  await expect(page.getByText('Palette is asked…').first()).toBeVisible();
  await expect(page.getByLabel(/^Cloud account/)).toContainText(
    'aws-production',
  );
  await clearFaults();

  await control('fail', { status: 503, count: 50, path: '/v1/clouds/' });
  await page
    .getByLabel(/^Cloud account/)
    .selectOption({ label: 'aws-production' });
  const failure = page.getByRole('alert').filter({ hasText: 'Palette' });
  await expect(failure).toContainText(/Try again soon\./);
  await expectAccessible(page);
  await goOn(page);
  await expect(page.getByLabel(/^Cloud account/)).toBeVisible();

  await clearFaults();
  await failure.getByRole('button', { name: 'Try again' }).click();
  await page.getByLabel(/^Region/).selectOption('eu-west-1');
  await expect(failure).toHaveCount(0);
  await goOn(page);
  await expect(page.getByLabel(/^What it runs on/)).toBeVisible();
});

test('a session that is gone costs nothing that was filled in', async ({
  page,
}) => {
  await openClustersAs(page, DANA.name);
  await openTemplate(page, 'EKS cluster');
  await fillPlace(page);
  await goOn(page);
  await page.getByLabel(/^Name/).fill('in-the-middle');
  await page
    .getByLabel(/^What is added to it/)
    .selectOption({ label: 'observability' });
  await page.getByLabel('Pager key').fill('s3cret-pager');
  await control('sessions/revoke', { user: DANA.email });
  await page
    .getByLabel(/^What it runs on/)
    .selectOption({ label: 'eks-infra' });
  await goOn(page);
  await answerDialog(page, DANA.name);
  await expect(loginDialog(page)).toBeHidden();
  await expect(page.getByText('in-the-middle')).toBeVisible();
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(page.getByLabel(/^Name/)).toHaveValue('in-the-middle');
  await expect(page.getByLabel('Pager key')).toHaveValue('s3cret-pager');
});

test('who may create nowhere is told so by the field', async ({ page }) => {
  await page.goto('/palette/clusters');
  await signIn(page, OLGA.name);
  await openTemplate(page, 'Virtual cluster');
  await expect(
    page.getByText(
      /^Palette lets you create such clusters in none of your projects/,
    ),
  ).toBeVisible();
  await goOn(page);
  await expect(page.getByLabel(/^Project/)).toBeVisible();
});

test('a step that Palette has no right for says so, and creates nothing', async ({
  page,
}) => {
  await openClustersAs(page, DANA.name);
  await openTemplate(page, 'Virtual cluster');
  await expect(page.getByLabel(/^Project/)).toHaveValue(/.+/);
  await page
    .getByLabel(/^Cluster group/)
    .selectOption({ label: 'payments-vclusters' });
  await goOn(page);
  await page.getByLabel(/^Name/).fill('not-allowed');
  await goOn(page);
  // Dana's role was taken from her after the form had offered her the project.
  await control('fail', {
    status: 403,
    count: 20,
    method: 'POST',
    path: '/v1/spectroclusters/virtual',
  });
  await run(page);
  await page.getByRole('button', { name: 'Show Logs' }).click();
  await expect(
    page
      .getByText(
        /Creating the cluster 'not-allowed' failed: Palette does not allow you to do this/,
      )
      .first(),
  ).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('link', { name: 'The cluster' })).toHaveCount(0);
  expect(await creations()).toEqual([]);
  await clearFaults();
  // What was filled in is there to begin anew with.
  await page.getByRole('button', { name: 'Start Over' }).click();
  await expect(page.getByLabel(/^Project/)).toHaveValue(/.+/);
});
