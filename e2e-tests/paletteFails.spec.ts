import { expect, test } from '@playwright/test';
import { openClustersAs, signIn } from './support/signIn';
import { clearFaults, control, DANA } from './support/simulator';

const SEARCH = '/v1/dashboard/spectroclusters/search';
const TOKEN_ENDPOINT = '/v1/oidc/tenant/demo/token';

test.beforeEach(() => control('reset'));
test.afterEach(() => clearFaults());

test('a failing Palette is named, and trying again works once it is well', async ({
  page,
}) => {
  await control('fail', { status: 500, count: 100, path: SEARCH });
  await page.goto('/palette/clusters');
  await signIn(page, DANA.name);

  await expect(page.getByText('Palette does not answer')).toBeVisible();
  await expect(page.getByText('Your session is untouched')).toBeVisible();

  await clearFaults();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText(/^[1-9]\d* clusters?$/)).toBeVisible();
});

test('what is on the page stays there when Palette fails later', async ({
  page,
}) => {
  await openClustersAs(page, DANA.name);
  await control('fail', { status: 503, count: 100, path: SEARCH });

  await page.getByRole('button', { name: 'Refresh' }).click();

  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByText(/^[1-9]\d* clusters?$/)).toBeVisible();
});

test('a slow Palette shows that something is on its way, then the clusters', async ({
  page,
}) => {
  await control('delay', { ms: 3_000, count: 10, path: SEARCH });
  await page.goto('/palette/clusters');
  await signIn(page, DANA.name);

  await expect(page.getByRole('progressbar').first()).toBeVisible();
  await expect(page.getByText(/^[1-9]\d* clusters?$/)).toBeVisible();
});

test('the sign-in page says so when Palette fails during the sign-in', async ({
  page,
}) => {
  await control('fail', { status: 503, count: 100, path: TOKEN_ENDPOINT });
  await page.goto('/palette/clusters');
  await signIn(page, DANA.name);

  await expect(page.getByRole('alert')).toContainText('Palette');
  await clearFaults();
  await signIn(page, DANA.name);
  await expect(page.getByText(/^[1-9]\d* clusters?$/)).toBeVisible();
});
