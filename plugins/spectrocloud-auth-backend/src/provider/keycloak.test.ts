import { randomBytes } from 'node:crypto';
import { SignJWT } from 'jose';
import { ADA, type TestPalette } from '../__testUtils__/TestPalette';
import { useAuthBackend } from '../__testUtils__/useAuthBackend';

const MINUTE_MS = 60_000;
const START = new Date('2026-11-23T12:00:00.000Z').getTime();

/** Of all that tells the time, only the clock: the backend has to go on working. */
const TICKING = [
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'clearTimeout',
] as const;

/** Keycloak as its tokens are: a short ID token, and a JWT signed by HMAC for a refresh token. */
class Keycloak {
  /** Refresh tokens that were given to clients. */
  readonly issued: string[] = [];
  isUserDisabled = false;
  isDown = false;
  idTokenMinutes = 5;
  readonly #palette: TestPalette;
  readonly #refreshTokenType: 'Refresh' | 'Offline';

  constructor(palette: TestPalette, refreshTokenType: 'Refresh' | 'Offline') {
    this.#palette = palette;
    this.#refreshTokenType = refreshTokenType;
  }

  async prepare(): Promise<void> {
    let next = await this.#refreshToken();
    const { hooks } = this.#palette;
    hooks.idTokenClaims = claims => ({
      ...claims,
      exp: Number(claims.iat) + this.idTokenMinutes * 60,
    });
    // The hook that follows can't wait.
    hooks.idToken = async token => {
      next = await this.#refreshToken();
      return token;
    };
    hooks.tokenResponse = body => {
      this.issued.push(next);
      return { ...body, refresh_token: next, refresh_expires_in: 0 };
    };
    hooks.intercept = path => {
      if (path.endsWith('/token') && (this.isUserDisabled || this.isDown)) {
        const refused = {
          error: 'invalid_grant',
          error_description: 'User disabled',
        };
        return this.isDown
          ? { status: 503 }
          : { status: 400, body: JSON.stringify(refused) };
      }
      return undefined;
    };
  }

  /** What came in the place of a refresh token or a code, at any path but the token endpoint's. */
  get strays(): string[] {
    return this.#palette.requests
      .filter(({ path }) => !path.startsWith('/v1/oidc/tenant/acme/'))
      .map(({ path }) => path);
  }

  get granted(): string[] {
    return this.#palette.requests.flatMap(
      ({ form }) => form.get('refresh_token') ?? [],
    );
  }

  async #refreshToken(): Promise<string> {
    const token = new SignJWT({ typ: this.#refreshTokenType })
      .setProtectedHeader({ alg: 'HS512', typ: 'JWT' })
      .setSubject(ADA.sub)
      .setJti(randomBytes(8).toString('hex'))
      .setIssuedAt();
    if (this.#refreshTokenType === 'Refresh') {
      token.setExpirationTime('30 min');
    }
    const signed = await token.sign(randomBytes(64));
    this.#palette.secrets.add(signed);
    return signed;
  }
}

describe.each(['Refresh', 'Offline'] as const)(
  'a Keycloak whose refresh tokens are of type %s',
  type => {
    const backend = useAuthBackend({
      block: { exposeApiToken: true },
      config: { spectrocloud: {} },
    });
    let keycloak: Keycloak;

    beforeEach(async () => {
      jest.useFakeTimers({ doNotFake: [...TICKING], now: START });
      keycloak = new Keycloak(backend.palette, type);
      await keycloak.prepare();
    });
    afterEach(() => jest.useRealTimers());

    const after = (minutes: number) =>
      jest.setSystemTime(START + minutes * MINUTE_MS);

    async function signIn() {
      const browser = backend.open();
      const { error, response } = await browser.signIn();
      expect(error).toBeUndefined();
      return { browser, response: response! };
    }

    it('gives its refresh token to nobody but its token endpoint', async () => {
      const { browser, response } = await signIn();
      expect(response.providerInfo.accessToken).toBe('');
      after(4.5);
      const { body } = await browser.refresh();
      expect(body.providerInfo.accessToken).toBe('');
      await browser.logout();
      expect(keycloak.strays).toEqual([]);
    });

    it('renews the ID token by the refresh grant, with the newest refresh token', async () => {
      const { browser, response } = await signIn();
      after(4.5);
      const first = await browser.refresh();
      after(9);
      const second = await browser.refresh();
      const idTokens = [response, first.body, second.body].map(
        ({ providerInfo }) => providerInfo.idToken,
      );
      expect(new Set(idTokens).size).toBe(3);
      expect(keycloak.granted).toEqual(keycloak.issued.slice(0, 2));
    });

    it('renews it also after a break that outlasts the ID token', async () => {
      const { browser } = await signIn();
      after(25);
      const { body } = await browser.refresh();
      expect(body.backstageIdentity.identity.userEntityRef).toBe(
        'user:default/ada',
      );
    });

    it('answers 503 rather than keep anybody signed in whom it can not be asked about', async () => {
      const { browser } = await signIn();
      keycloak.isDown = true;
      after(6);
      expect((await browser.refresh()).status).toBe(503);
      keycloak.isDown = false;
      after(7);
      expect((await browser.refresh()).status).toBe(200);
    });

    it.each([5, 24 * 60])(
      'ends the session within ten minutes of the user’s end there, ID tokens living for %s minutes',
      async idTokenMinutes => {
        keycloak.idTokenMinutes = idTokenMinutes;
        const { browser } = await signIn();
        const from = backend.logs.lines.length;
        after(4.5);
        expect((await browser.refresh()).status).toBe(200);
        keycloak.isUserDisabled = true;
        after(14.4);
        const isBounded = type === 'Offline' || idTokenMinutes <= 10;
        expect((await browser.refresh()).status).toBe(isBounded ? 401 : 200);
        const said = backend.logs.lines
          .slice(from)
          .filter(line => line.includes('renewal failed'))
          .map(line => /\(status .*?\) \(.*?\)/.exec(line)?.[0]);
        expect(said).toEqual(
          isBounded ? ["(status 400) ('invalid_grant': User disabled)"] : [],
        );
      },
    );
  },
);
