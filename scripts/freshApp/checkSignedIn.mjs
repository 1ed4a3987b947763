import assert from 'node:assert/strict';

import { chromium } from '@playwright/test';

import { findOrInstallChromium } from '../lib/chromium.mjs';
import { signIn } from '../packed/signIn.mjs';

const TIMEOUT_MS = 60_000;
const LOOK_AGAIN_MS = 1_000;
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
  assert.ok((await clusters.json()).clusters.length > 0, 'any clusters');
  const actions = await get('spectrocloud/.backstage/actions/v1/actions');
  assert.equal(actions.status, 200, 'the actions of the plugin');
  const own = await get('my-plugin/tenant');
  assert.deepEqual(
    await own.json(),
    { status: 200 },
    'the plugin of the README',
  );

  const name = await findKubernetesCluster(get);
  await checkBrowser(urls.app, { user, picture, name });
}

/** The name at Palette of one that the Kubernetes plugin lists; how it is reached is read behind the answers. */
async function findKubernetesCluster(get) {
  const deadline = Date.now() + TIMEOUT_MS;
  for (;;) {
    const answer = await get('kubernetes/clusters');
    assert.equal(answer.status, 200, 'clusters of the Kubernetes plugin');
    const { items } = await answer.json();
    // That of the README's configuration has no title.
    const found = items.find(
      ({ oidcTokenProvider, title }) =>
        oidcTokenProvider === 'spectrocloud' && title && !title.includes(' '),
    );
    if (found) return found.title;
    assert.ok(
      Date.now() < deadline,
      `Palette's clusters: ${JSON.stringify(items)}`,
    );
    await new Promise(resolve => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}

/**
 * A picture is taken of what the user settings say; then a cluster is looked for on its page,
 * and asked with the user's ID token who they are.
 */
async function checkBrowser(appUrl, { user, picture, name }) {
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
    await page.goto(`${appUrl}/palette/clusters?search=${name}`);
    await page.getByRole('link', { name, exact: true }).click();
    await page.getByRole('heading', { name, exact: true }).waitFor();
    await page.getByRole('tab', { name: 'Access by kubectl' }).click();
    await page.getByText('Your access to Kubernetes').waitFor();
    await page.getByText(user.email).waitFor();
  } finally {
    await browser.close();
  }
}
