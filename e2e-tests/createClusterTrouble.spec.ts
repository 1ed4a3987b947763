import { expect, type Page, test } from '@playwright/test';
import { openClustersAs } from './support/signIn';
import {
  apiRequests,
  clearFaults,
  clearRequests,
  control,
  DANA,
} from './support/simulator';
import {
  createButton,
  field,
  fillBasics,
  fillEks,
  next,
  openWizard,
} from './support/wizard';

test.beforeEach(() => control('reset'));
test.afterEach(() => clearFaults());

async function countCreations() {
  const requests = await apiRequests();
  return requests.filter(
    ({ method, path }) =>
      method === 'POST' && path === '/v1/spectroclusters/eks',
  ).length;
}

async function openReview(page: Page, name: string) {
  await openClustersAs(page, DANA.name);
  await openWizard(page);
  await fillBasics(page, name);
  await fillEks(page);
  await expect(page.getByText('Palette accepts it.')).toBeVisible();
}

test('a slow Palette holds up nobody who types', async ({ page }) => {
  await openClustersAs(page, DANA.name);
  await openWizard(page);
  await fillBasics(page, 'slowly');
  await next(page, 'Profiles');
  await page.getByRole('radio', { name: /^eks-infra/ }).check();
  await control('delay', { ms: 4_000, count: 20, path: '/v1/clouds/' });
  await next(page, 'Placement');
  await expect(page.getByText('Palette is asked…').first()).toBeVisible();
  await field(page, 'Region').fill('eu-west-1');
  await next(page, 'Node pools');
  await field(page, 'Machine type').fill('m5.xlarge');
  await next(page, 'Policies');
});

test('where a list fails, its value is typed', async ({ page }) => {
  await openClustersAs(page, DANA.name);
  await openWizard(page);
  await fillBasics(page, 'by-hand');
  await control('fail', { status: 500, count: 50, path: '/v1/clouds/' });
  await fillEks(page);
  await expect(page.getByText('Palette accepts it.')).toBeVisible();
});

test('a failing check is told, and can be made again', async ({ page }) => {
  await openClustersAs(page, DANA.name);
  await openWizard(page);
  await fillBasics(page, 'unchecked');
  await control('fail', {
    status: 503,
    count: 50,
    path: '/v1/spectroclusters/eks/validate',
  });
  await fillEks(page);
  await expect(page.getByText(/^Palette could not check it/)).toBeVisible();
  await clearFaults();
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(page.getByText('Palette accepts it.')).toBeVisible();
});

test('a creation without an answer is not tried again', async ({ page }) => {
  await openReview(page, 'unknown-fate');
  await clearRequests();
  await control('fail', {
    status: 500,
    count: 50,
    method: 'POST',
    path: '/v1/spectroclusters/eks',
  });
  await createButton(page).click();
  await expect(
    page.getByText(/^There is no answer that says whether/),
  ).toBeVisible();
  await expect(createButton(page)).toBeDisabled();
  expect(await countCreations()).toBe(1);

  await clearFaults();
  await page
    .getByRole('button', { name: 'It is not there: let me try again' })
    .click();
  await createButton(page).click();
  await expect(
    page.getByRole('heading', { name: 'unknown-fate' }),
  ).toBeVisible();
  expect(await countCreations()).toBe(2);
});

test('what Palette refuses is told in its words, and nothing typed is lost', async ({
  page,
}) => {
  await openReview(page, 'payments-prod-eu');
  await createButton(page).click();
  await expect(page.getByText(/^Nothing was created/)).toBeVisible();
  await expect(
    page.getByText('A cluster with this name exists already'),
  ).toBeVisible();
  await page.getByRole('button', { name: '1. Kind and name' }).click();
  await expect(field(page, 'Name')).toHaveValue('payments-prod-eu');
});

test('findings stand beside the fields that they are about', async ({
  page,
}) => {
  await openClustersAs(page, DANA.name);
  await page.route('**/api/spectrocloud/clusters/validate*', route =>
    route.fulfill({
      status: 422,
      json: {
        error: {
          name: 'UnprocessableClusterError',
          message: 'Palette does not accept the cluster',
          findings: [
            { field: 'machinePools.worker', message: 'The quota is used up' },
          ],
        },
        response: { statusCode: 422 },
      },
    }),
  );
  await openWizard(page);
  await fillBasics(page, 'too-large');
  await fillEks(page);
  await expect(
    page.getByText('machinePools.worker: The quota is used up'),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Go to Node pools' }).click();
  const pool = page.getByRole('region', { name: 'worker' });
  await expect(
    pool.getByText('Palette says: The quota is used up'),
  ).toBeVisible();
  await pool.getByRole('textbox', { name: 'Nodes' }).fill('1');
  await expect(pool.getByText(/^Palette says/)).toHaveCount(0);
});
