import { test } from '@playwright/test';
import { openClustersAs } from '../support/signIn';
import { control, DANA } from '../support/simulator';

test('the clusters of a developer', async ({ page }) => {
  await control('reset');
  await openClustersAs(page, DANA.name);
  await page.screenshot({ path: 'docs/images/palette-page.png' });
});
