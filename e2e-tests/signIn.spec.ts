import { expect, test } from '@playwright/test';
import { readClusterNames } from './support/clusterTable';
import { openClustersAs, signIn } from './support/signIn';
import {
  ADA,
  apiRequests,
  clearRequests,
  clusterNames,
  control,
  DANA,
  GUS,
} from './support/simulator';

test.beforeEach(() => control('reset'));

test('a developer sees exactly the clusters of her two projects, fetched with her own session', async ({
  page,
}) => {
  const expected = await clusterNames(DANA.projects);
  expect(expected.length).toBeGreaterThan(1);
  await clearRequests();

  await openClustersAs(page, DANA.name);

  expect(await readClusterNames(page)).toEqual(expected);
  const requests = await apiRequests();
  expect(requests.length).toBeGreaterThan(0);
  expect(requests.map(({ auth }) => auth)).not.toContain('apikey');
  expect(
    requests.filter(({ path }) => path.includes('cluster')),
  ).not.toHaveLength(0);
  for (const request of requests) {
    expect(request).toMatchObject({ auth: 'session', user: DANA.email });
  }
});

test('the address of the app leads to the fleet, also after a sign-out', async ({
  page,
}) => {
  const fleet = page.getByRole('heading', { name: 'Fleet' });
  await page.goto('/');
  await signIn(page, DANA.name);
  await expect(fleet).toBeVisible();

  await page.getByRole('link', { name: 'My session' }).click();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await signIn(page, DANA.name);
  await expect(fleet).toBeVisible();
});

test('an administrator sees every cluster', async ({ page }) => {
  const expected = await clusterNames();
  await clearRequests();

  await openClustersAs(page, ADA.name);

  expect(await readClusterNames(page)).toEqual(expected);
  for (const request of await apiRequests()) {
    expect(request).toMatchObject({ auth: 'session', user: ADA.email });
  }
});

test('a user whom the catalog does not know is refused and told why', async ({
  page,
}) => {
  await page.goto('/palette/clusters');
  await signIn(page, GUS.name);

  await expect(page.getByText(/catalog/i)).toBeVisible();
  await expect(page.getByRole('table')).toHaveCount(0);
});

test('no script can read a token or a session from the page', async ({
  page,
}) => {
  await openClustersAs(page, DANA.name);

  const cookies = await page
    .context()
    .cookies(
      ['auth/spectrocloud', 'spectrocloud'].map(
        path => `http://localhost:7007/api/${path}`,
      ),
    );
  expect(cookies.map(({ name }) => name)).toContain('spectrocloud-api-token');
  for (const { httpOnly, name } of cookies) {
    expect([name, httpOnly]).toEqual([name, true]);
  }
});
