import { mockServices } from '@backstage/backend-test-utils';
import { TestPalette } from '../__testUtils__/TestPalette';
import { environmentConfig } from '../__testUtils__/environmentConfig';
import { logIn } from '../__testUtils__/relyingPartyLogin';
import { RelyingParty } from './RelyingParty';

describe('time limits of the calls of a login', () => {
  let palette: TestPalette;

  beforeAll(async () => {
    palette = await TestPalette.start();
  });
  afterEach(() => palette.reset());
  afterAll(() => palette.close());

  it.each(['openid-configuration', 'token', 'keys', 'userinfo'])(
    'end an answer of /%s that trickles, also where fetch has let go of its signal',
    async endpoint => {
      let closed: Promise<unknown> | undefined;
      palette.hooks.intercept = (path, { socket }) => {
        if (!path.endsWith(`/${endpoint}`)) return undefined;
        closed = new Promise(resolve => {
          socket.once('close', resolve);
        });
        return { status: 200, trickle: true };
      };
      // So that userinfo is asked.
      palette.hooks.idTokenClaims = ({ email, ...claims }) => claims;
      const relyingParty = new RelyingParty({
        environment: environmentConfig(palette.issuer, { timeoutMs: 1_000 }),
        logger: mockServices.logger.mock(),
        fetch: async (url, init) => fetch(url, { ...init, signal: undefined }),
      });
      const login = logIn(relyingParty, palette);
      // Userinfo may be missed: what it says isn't who the user is.
      const failure = await login.then(
        ({ missed }) => missed,
        error => error,
      );
      expect(failure).toMatchObject(
        endpoint === 'userinfo'
          ? { name: 'TimeoutError' }
          : { reason: 'palette_timeout' },
      );
      expect(closed).toBeDefined();
      await closed;
    },
  );
});
