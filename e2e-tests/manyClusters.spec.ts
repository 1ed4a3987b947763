import { expect, test, type Page } from '@playwright/test';
import { openClustersAs } from './support/signIn';
import { control, DANA } from './support/simulator';

const ROWS = 5_000;
/** What people take for an answer at once, with room for a slow machine. */
const LIMIT_MS = 1_500;

test.beforeEach(() => control('reset'));

/** Answers the list of clusters with many; the rest comes from the backend. */
async function answerWithManyClusters(page: Page) {
  await page.route('**/api/spectrocloud/virtualclusters', route =>
    route.fulfill({ json: { virtualClusters: [] } }),
  );
  const clusters = Array.from({ length: ROWS }, (_, index) => ({
    metadata: { uid: `uid-${index}`, name: `cluster-${index}` },
    spec: { cloudType: 'aws', projectName: `project-${index % 40}` },
    status: { state: 'Running', health: { state: 'Healthy' } },
  }));
  await page.route('**/api/spectrocloud/clusters', async route => {
    if (route.request().method() !== 'GET') {
      await route.fallback();
      return;
    }
    const response = await route.fetch();
    await route.fulfill({ response, json: { clusters } });
  });
}

async function timeOf(action: () => Promise<void>) {
  const started = performance.now();
  await action();
  return performance.now() - started;
}

test('5,000 clusters are searched, filtered, sorted and paged without lag', async ({
  page,
}) => {
  await answerWithManyClusters(page);
  await openClustersAs(page, DANA.name);
  await expect(page.getByText('5000 clusters')).toBeVisible();
  const first = page.getByRole('table').first().locator('tbody a').first();

  const times = {
    search: await timeOf(async () => {
      await page
        .getByRole('searchbox', { name: 'Search clusters' })
        .fill('cluster-4999');
      await expect(first).toHaveText('cluster-4999');
    }),
    clear: await timeOf(async () => {
      await page.getByRole('searchbox', { name: 'Search clusters' }).fill('');
      await expect(page.getByText('5000 clusters')).toBeVisible();
    }),
    filter: await timeOf(async () => {
      await page.getByLabel('Project').selectOption('project-7');
      await expect(page.getByText('125 of 5000 clusters')).toBeVisible();
    }),
    page: await timeOf(async () => {
      const before = await first.innerText();
      await page.getByRole('button', { name: 'Next page' }).click();
      await expect(first).not.toHaveText(before);
    }),
    sort: await timeOf(async () => {
      const before = await first.innerText();
      await page.getByRole('columnheader').getByText('Name').click();
      await expect(first).not.toHaveText(before);
    }),
  };
  test.info().annotations.push({
    type: 'times in ms',
    description: JSON.stringify(times),
  });
  expect(Math.max(...Object.values(times)), JSON.stringify(times)).toBeLessThan(
    LIMIT_MS,
  );
});
