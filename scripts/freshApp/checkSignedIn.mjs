import assert from 'node:assert/strict';

import { chromium } from '@playwright/test';

import { findOrInstallChromium } from '../lib/chromium.mjs';
import { signIn } from '../packed/signIn.mjs';

const TIMEOUT_MS = 60_000;
const BROWSER_ARGS = ['--no-sandbox', '--disable-gpu', '--disable-quic'];

/** Signs in, first without a browser and then as a person does. */
export async function checkSignedIn(urls, { user, picture }) {
  const token = await signIn({
    backendUrl: urls.backend,
    environment: 'development',
    email: user.email,
  });
  const headers = { authorization: `Bearer ${token}` };
  const get = path => fetch(`${urls.backend}/api/${path}`, { headers });

  const clusters = await get('spectrocloud/clusters');
  assert.equal(clusters.status, 200, 'clusters of a signed-in user');
  const [cluster] = (await clusters.json()).clusters;
  assert.ok(cluster, 'any clusters');
  const actions = await get('spectrocloud/.backstage/actions/v1/actions');
  assert.equal(actions.status, 200, 'the actions of the plugin');
  const own = await get('my-plugin/tenant');
  assert.deepEqual(
    await own.json(),
    { status: 200 },
    'the plugin of the README',
  );

  await checkBrowser(urls.app, { user, picture, cluster });
}

/** A picture is taken of what the user settings say; then the cluster is looked for on its page. */
async function checkBrowser(appUrl, { user, picture, cluster }) {
  const browser = await chromium.launch({
    executablePath: await findOrInstallChromium(),
    args: BROWSER_ARGS,
  });
  try {
    const page = await browser.newPage({
      viewport: { width: 1280, height: 800 },
    });
    page.setDefaultTimeout(TIMEOUT_MS);
    await page.goto(`${appUrl}/settings/auth-providers`);
    const popup = page.waitForEvent('popup');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await (await popup).getByRole('link', { name: user.name }).click();
    await page.getByText(user.email).waitFor();
    await page.screenshot({ path: picture });
    const { name } = cluster.metadata;
    await page.goto(`${appUrl}/palette/clusters?search=${name}`);
    await page.getByRole('link', { name, exact: true }).click();
    await page.getByRole('heading', { name, exact: true }).waitFor();
  } finally {
    await browser.close();
  }
}
