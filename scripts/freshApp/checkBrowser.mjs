import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';

import { chromium } from '@playwright/test';

import { findOrInstallChromium } from '../lib/chromium.mjs';
import { until } from './until.mjs';

const TIMEOUT_MS = 60_000;
const BROWSER_ARGS = ['--no-sandbox', '--disable-gpu', '--disable-quic'];
/** That of the scaffolder module's README. */
const TEMPLATE = '/create/templates/default/wait-for-a-palette-cluster';

/** Signs in as a person does, and visits what the packages bring to the app. */
export async function checkBrowser(appUrl, { read, user, picture, cluster }) {
  const browser = await chromium.launch({
    executablePath: await findOrInstallChromium(),
    args: BROWSER_ARGS,
  });
  try {
    const page = await browser.newPage({
      viewport: { width: 1280, height: 800 },
    });
    page.setDefaultTimeout(TIMEOUT_MS);
    const open = path => page.goto(`${appUrl}${path}`);
    await open('/settings/auth-providers');
    await signIn(page, user);
    await page.screenshot({ path: picture });
    await open(`/palette/clusters?search=${cluster.metadata.name}`);
    await checkCluster(page, { cluster, user });
    await open(TEMPLATE);
    await checkTemplate(page, { cluster, read });
  } finally {
    await browser.close();
  }
}

/** The user settings say who it is. */
async function signIn(page, { name, email }) {
  const popup = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await (await popup).getByRole('link', { name }).click();
  await page.getByText(email).waitFor();
}

/** The cluster is found on its page, and asked with the user's ID token who they are. */
async function checkCluster(page, { cluster, user }) {
  const { name } = cluster.metadata;
  await page.getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { name, exact: true }).waitFor();
  await page.getByRole('tab', { name: 'Access by kubectl' }).click();
  await page.getByText('Your access to Kubernetes').waitFor();
  await page.getByText(user.email).waitFor();
}

/** The field offers the user's projects, and the action that the template has works. */
async function checkTemplate(page, { cluster, read }) {
  const field = page.getByLabel(/^Project/);
  const { projects } = await read('spectrocloud/projects', 'projects');
  const names = projects.map(({ metadata }) => metadata.name).sort();
  await until(
    async () => {
      const options = field.locator('option:not([value=""])');
      return (await options.allTextContents()).sort();
    },
    offered => isDeepStrictEqual(offered, names),
    `the template's field is to offer ${names}`,
  );
  await field.selectOption(cluster.spec.projectUid);
  await page.getByLabel(/^Uid of the cluster/).fill(cluster.metadata.uid);
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await page.waitForURL(/\/create\/tasks\//);
  const id = new URL(page.url()).pathname.split('/').at(-1);
  const { status } = await until(
    () => read(`scaffolder/v2/tasks/${id}`, 'the task of the template'),
    task => ['completed', 'failed'].includes(task.status),
    'the task of the template has not ended',
  );
  assert.equal(status, 'completed', 'how the task of the template ended');
}
