import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/looks';
import { openClustersAs } from './support/signIn';
import { control, DANA } from './support/simulator';
import { field, fillBasics, next, openWizard } from './support/wizard';

test.beforeEach(() => control('reset'));

for (const theme of ['light', 'dark']) {
  test(`each step of the wizard is accessible in the ${theme} theme, and fits a phone`, async ({
    page,
  }, info) => {
    test.slow();
    const look = async (name: string) => {
      await page.screenshot({
        path: info.outputPath(`${theme}-${name}.png`),
        fullPage: true,
      });
      await expectAccessible(page);
    };
    await page.addInitScript(
      name => localStorage.setItem('theme', name),
      theme,
    );
    await openClustersAs(page, DANA.name);
    await openWizard(page);
    await fillBasics(page, 'looks');
    await look('basics');
    await field(page, 'Name').fill('Not a name');
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await look('basics-wrong');
    await field(page, 'Name').fill('looks');
    await next(page, 'Profiles');
    await page.getByRole('radio', { name: /^eks-infra/ }).check();
    await page.getByRole('checkbox', { name: /^observability/ }).check();
    await expect(field(page, 'Retention (days)')).toBeVisible();
    await look('profiles');
    await next(page, 'Placement');
    await field(page, 'Region').fill('eu-west-1');
    await look('placement');
    await next(page, 'Node pools');
    await field(page, 'Machine type').fill('m5.xlarge');
    await page.getByRole('checkbox', { name: 'eu-west-1a' }).check();
    await page.getByRole('button', { name: 'Add a taint' }).click();
    await field(page, 'Key').fill('gpu');
    await look('pools');
    await next(page, 'Policies');
    await look('policies');
    await next(page, 'Review');
    await expect(page.getByText('Palette accepts it.')).toBeVisible();
    await look('review');
    await page.getByRole('button', { name: '1. Kind and name' }).click();
    await page.getByRole('radio', { name: 'Virtual' }).check();
    await page
      .getByLabel('Cluster group')
      .selectOption({ label: 'payments-vclusters' });
    await expect(page.getByText(/cores/)).toBeVisible();
    await look('virtual');
  });
}

test('the wizard is used by the keyboard alone', async ({ page }) => {
  await openClustersAs(page, DANA.name);
  await page.getByRole('link', { name: 'Create cluster' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: 'AWS EKS' }).focus();
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Project')).toBeFocused();
  await expect(page.getByLabel('Cloud account')).toBeEnabled();
  await page.keyboard.press('Tab');
  await page.keyboard.press('a');
  await page.keyboard.press('Tab');
  await page.keyboard.type('by-keyboard');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  // The step says where one is.
  await expect(page.getByRole('heading', { name: 'Profiles' })).toBeFocused();
});
