import { expect, test } from '@playwright/test';
import { openClustersAs } from './support/signIn';
import { control, DANA } from './support/simulator';

const BACKEND = 'http://localhost:7007';
const CLUSTERS = `${BACKEND}/api/spectrocloud/clusters`;

test.beforeEach(() => control('reset'));

test('the app reads the answers of a backend on another origin', async ({
  page,
}) => {
  const answer = page.waitForResponse(
    response =>
      response.url().startsWith(CLUSTERS) &&
      response.request().method() === 'GET',
  );
  await openClustersAs(page, DANA.name);

  const headers = await (await answer).allHeaders();
  expect(headers['access-control-allow-origin']).toBe('http://localhost:3000');
  expect(headers['access-control-allow-credentials']).toBe('true');
});

test('a page on another origin sees that the user has to sign in again', async ({
  page,
}) => {
  await openClustersAs(page, DANA.name);
  await control('sessions/revoke', { user: DANA.email });

  const refused = page.waitForResponse(
    response =>
      response.url().startsWith(CLUSTERS) && response.status() === 401,
  );
  await page.getByRole('button', { name: 'Refresh' }).click();
  const headers = await (await refused).allHeaders();

  expect(headers['x-spectrocloud-reauth-required']).toBe('true');
  expect(headers['access-control-expose-headers'].toLowerCase()).toContain(
    'x-spectrocloud-reauth-required',
  );
  // That the page saw the header, too, shows in what it does then.
  await expect(page.getByText('Login Required')).toBeVisible();
});

test('a further origin that auth.experimentalExtraAllowedOrigins names can sign in', async ({
  page,
}) => {
  await page.goto('http://localhost:3001/palette/clusters');
  const popup = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await (await popup).getByRole('link', { name: DANA.name }).click();

  await expect(page.getByText(/^[1-9]\d* clusters?$/)).toBeVisible();
  expect(page.url()).toContain('localhost:3001');
});

test('an origin that nobody allowed gets no sign-in', async ({ request }) => {
  const response = await request.get(
    `${BACKEND}/api/auth/spectrocloud/start?env=development&origin=${encodeURIComponent(
      'https://evil.example',
    )}`,
    { maxRedirects: 0 },
  );
  expect(response.status()).toBe(403);
});
