import { OAuthRequestManager } from '@backstage/core-app-api';
import { mockApis } from '@backstage/frontend-test-utils';
import {
  authResponse,
  fakeAuthPlugin,
  ok,
} from '../__testUtils__/fakeAuthPlugin';
import { installFakeBroadcastChannel } from '../__testUtils__/fakeTabs';
import { SpectroCloudAuth } from './SpectroCloudAuth';

const POLL_MS = 10_000;
const MINUTES = 10;
const POLLS = (MINUTES * 60_000) / POLL_MS;

describe('a page that polls for its ID token', () => {
  beforeEach(() => {
    installFakeBroadcastChannel();
    jest.useFakeTimers({ advanceTimers: true });
  });
  afterEach(() => jest.useRealTimers());

  /** How often the auth plugin is asked while a Kubernetes tab is open. */
  const lookUps = async (expiresInSeconds: number) => {
    const response = authResponse({ expiresInSeconds });
    const plugin = fakeAuthPlugin(
      ...Array.from({ length: POLLS }, () => ok(response)),
    );
    const auth = SpectroCloudAuth.create({
      configApi: mockApis.config({ data: { auth: { environment: 'test' } } }),
      discoveryApi: mockApis.discovery({ baseUrl: 'http://backend' }),
      fetchApi: { fetch: plugin.fetch },
      fetch: plugin.fetch,
      identityApi: mockApis.identity.mock({
        getBackstageIdentity: () => new Promise(() => {}),
      }),
      oauthRequestApi: new OAuthRequestManager(),
      reload: jest.fn(),
    });
    for (let poll = 0; poll < POLLS; poll++) {
      expect(await auth.getIdToken({ optional: true })).toBe('id-token');
      jest.setSystemTime(Date.now() + POLL_MS);
    }
    return plugin.requests.length;
  };

  it.each([
    // Of an hour: it outlives the polls.
    [3_600, 1],
    // As Keycloak's default: renewed before it lapses.
    [300, MINUTES],
    // Shorter ones are looked up more often: none is sent that lapses on the way.
    [240, MINUTES],
  ])('looks one of %i seconds up %i times at most', async (ttl, most) => {
    const count = await lookUps(ttl);
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThanOrEqual(most);
  });
});
