import { expect, test } from '@playwright/test';
import { watchCalls } from './support/calls';
import { answerDialog, loginDialog } from './support/reauthentication';
import { openClustersAs } from './support/signIn';
import { control, creations, DANA } from './support/simulator';
import {
  createButton,
  field,
  fillBasics,
  fillEks,
  next,
  openWizard,
} from './support/wizard';

test.beforeEach(() => control('reset'));

test('a reload keeps everything but secrets', async ({ page }) => {
  await openClustersAs(page, DANA.name);
  await openWizard(page);
  await fillBasics(page, 'kept');
  await next(page, 'Profiles');
  await page.getByRole('radio', { name: /^eks-infra/ }).check();
  await page.getByRole('checkbox', { name: /^observability/ }).check();
  await field(page, 'Retention (days)').fill('30');
  await page.getByLabel('Pager key').fill('s3cret-pager');
  const stored = await page.evaluate(() =>
    JSON.stringify(Object.entries(sessionStorage)),
  );
  expect(stored).toContain('kept');
  expect(stored).not.toContain('s3cret');

  await page.reload();
  await expect(page.getByRole('heading', { name: 'Profiles' })).toBeVisible();
  await expect(field(page, 'Retention (days)')).toHaveValue('30');
  await expect(page.getByLabel('Pager key')).toHaveValue('');
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await expect(field(page, 'Name')).toHaveValue('kept');
});

test("the browser's way back leads through the steps, and loses no secret", async ({
  page,
}) => {
  await openClustersAs(page, DANA.name);
  await openWizard(page);
  await fillBasics(page, 'to-and-fro');
  await next(page, 'Profiles');
  await page.getByRole('radio', { name: /^eks-infra/ }).check();
  await page.getByRole('checkbox', { name: /^observability/ }).check();
  await page.getByLabel('Pager key').fill('s3cret-pager');
  await next(page, 'Placement');
  await field(page, 'Region').fill('eu-west-1');
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Profiles' })).toBeVisible();
  await expect(page.getByLabel('Pager key')).toHaveValue('s3cret-pager');
  await page.goBack();
  await expect(field(page, 'Name')).toHaveValue('to-and-fro');
  await page.goForward();
  await page.goForward();
  await expect(field(page, 'Region')).toHaveValue('eu-west-1');
  await page.goBack();
  await page.goBack();
  await page.goBack();
  await expect(page.getByText(/^[1-9]\d* clusters?$/)).toBeVisible();
});

test('a session that is lost at every step costs nothing', async ({ page }) => {
  test.slow();
  const settled = watchCalls(page);
  // What a step still loads would bring the dialog before the click that is meant to.
  const revoke = async () => {
    await settled();
    await control('sessions/revoke', { user: DANA.email });
  };
  const signInAgain = async () => {
    await answerDialog(page, DANA.name);
    await expect(loginDialog(page)).toBeHidden();
  };
  // The dialog may hide the step before anybody has seen it.
  const loseOnTheWayTo = async (step: string) => {
    await revoke();
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await signInAgain();
    await expect(page.getByRole('heading', { name: step })).toBeVisible();
  };
  await openClustersAs(page, DANA.name);
  await revoke();
  await page.getByRole('link', { name: 'Create cluster' }).click();
  await signInAgain();
  await fillBasics(page, 'at-every-step');
  await loseOnTheWayTo('Profiles');
  await page.getByRole('radio', { name: /^eks-infra/ }).check();
  await revoke();
  await page.getByRole('checkbox', { name: /^observability/ }).check();
  await signInAgain();
  await field(page, 'Retention (days)').fill('30');
  await page.getByLabel('Pager key').fill('s3cret-pager');
  await loseOnTheWayTo('Placement');
  await field(page, 'Region').fill('eu-west-1');
  await loseOnTheWayTo('Node pools');
  await field(page, 'Machine type').fill('m5.xlarge');
  await next(page, 'Policies');
  await loseOnTheWayTo('Review');
  await expect(page.getByText('Palette accepts it.')).toBeVisible();
  await revoke();
  await createButton(page).dblclick();
  await signInAgain();
  await expect(
    page.getByRole('heading', { name: 'at-every-step' }),
  ).toBeVisible();
  const created = await creations();
  expect(created).toHaveLength(1);
  expect(created[0].body.spec.profiles).toContainEqual(
    expect.objectContaining({
      variables: [
        { name: 'retention_days', value: '30' },
        { name: 'pager_key', value: 's3cret-pager' },
      ],
    }),
  );
});

test('two tabs with one draft create one cluster', async ({ page }) => {
  await openClustersAs(page, DANA.name);
  await openWizard(page);
  await fillBasics(page, 'from-two-tabs');
  await fillEks(page);
  await expect(page.getByText('Palette accepts it.')).toBeVisible();
  const other = await page.context().newPage();
  const stored = await page.evaluate(() => Object.entries(sessionStorage));
  await other.addInitScript(entries => {
    for (const [name, value] of entries) sessionStorage.setItem(name, value);
  }, stored);
  await other.goto('/palette/clusters/create?step=review');
  await expect(other.getByText('Palette accepts it.')).toBeVisible();

  await createButton(page).click();
  await expect(
    page.getByRole('heading', { name: 'from-two-tabs' }),
  ).toBeVisible();
  await createButton(other).click();
  await expect(other.getByText(/^Nothing was created/)).toBeVisible();
  await expect(
    other.getByText('A cluster with this name exists already'),
  ).toBeVisible();
  expect(await creations()).toHaveLength(1);
  await other.close();
});
