import { decodeProtectedHeader } from 'jose';
import request from 'supertest';
import {
  type PaletteSimulator,
  startPaletteSimulator,
} from '../startPaletteSimulator';
import {
  CALLBACK,
  DANA,
  PaletteVisitor,
} from '../__testUtils__/PaletteVisitor';

describe('POST /token', () => {
  let simulator: PaletteSimulator;
  let visitor: PaletteVisitor;
  let now: number;

  beforeAll(async () => {
    now = Date.now();
    simulator = await startPaletteSimulator({ clock: () => now });
    visitor = new PaletteVisitor(simulator);
  });
  beforeEach(() => simulator.control.reset());
  afterAll(() => simulator.close());

  const algOf = (token = '') => decodeProtectedHeader(token).alg;

  describe('authorization_code', () => {
    it('gives a code out once', async () => {
      const code = await visitor.authorizeAs(DANA);
      await visitor.redeemCode(code).expect(200);
      const { body } = await visitor.redeemCode(code).expect(400);
      expect(body.error).toBe('invalid_grant');
    });

    it('uses a code up although the first try fails', async () => {
      const code = await visitor.authorizeAs(DANA);
      await visitor.redeemCode(code, { code_verifier: 'x' }).expect(400);
      await visitor.redeemCode(code).expect(400);
    });

    it('refuses a code after a minute', async () => {
      const code = await visitor.authorizeAs(DANA);
      now += 61_000;
      await visitor.redeemCode(code).expect(400);
    });

    it.each([
      ['another verifier', { code_verifier: 'a'.repeat(43) }],
      ['no verifier', { code_verifier: '' }],
      ['another redirect URI', { redirect_uri: `${CALLBACK}/x` }],
    ])('refuses %s', async (_what, form) => {
      const code = await visitor.authorizeAs(DANA);
      const { body } = await visitor.redeemCode(code, form).expect(400);
      expect(body.error).toBe('invalid_grant');
    });

    it('needs no verifier when no challenge was sent, and takes none', async () => {
      const without = {
        code_challenge: undefined,
        code_challenge_method: undefined,
      };
      const form = { grant_type: 'authorization_code', redirect_uri: CALLBACK };
      const code = await visitor.authorizeAs(DANA, without);
      await visitor.redeem({ ...form, code }).expect(200);
      const next = await visitor.authorizeAs(DANA, without);
      await visitor.redeemCode(next).expect(400);
    });

    it('refuses the code of another tenant', async () => {
      const code = await visitor.authorizeAs(DANA);
      const { id, secret } = simulator.client;
      await request(simulator.url)
        .post('/v1/oidc/tenant/sandbox/token')
        .type('form')
        .send({
          grant_type: 'authorization_code',
          code,
          redirect_uri: CALLBACK,
          code_verifier: visitor.verifier,
          client_id: id,
          client_secret: secret,
        })
        .expect(400);
    });

    it('refuses a wrong secret, and two ways of authentication at once', async () => {
      const wrong = await visitor.redeem({ client_secret: 'x' }).expect(401);
      expect(wrong.body.error).toBe('invalid_client');
      expect(wrong.headers['www-authenticate']).toContain('Basic');
      await visitor
        .redeem({})
        .auth(simulator.client.id, simulator.client.secret)
        .expect(400);
    });

    it('forbids caching', async () => {
      const answer = await visitor.redeemCode(await visitor.authorizeAs(DANA));
      expect(answer.headers['cache-control']).toBe('no-store');
    });
  });

  describe('refresh_token', () => {
    const refresh = (token = '') =>
      visitor.redeem({ grant_type: 'refresh_token', refresh_token: token });

    it('is unknown when it is switched off', async () => {
      const { refresh_token: token } = await visitor.signIn(DANA);
      simulator.control.updateSettings({ refreshGrant: false });
      const { body } = await refresh(token).expect(400);
      expect(body.error).toBe('unsupported_grant_type');
    });

    it('keeps the refresh token unless it rotates', async () => {
      const { refresh_token: token } = await visitor.signIn(DANA);
      const { body } = await refresh(token).expect(200);
      expect(body).not.toHaveProperty('refresh_token');
      await refresh(token).expect(200);
    });

    it('ends the used refresh token when it rotates', async () => {
      simulator.control.updateSettings({ rotateRefreshToken: true });
      const { refresh_token: token } = await visitor.signIn(DANA);
      const { body } = await refresh(token).expect(200);
      expect(algOf(body.refresh_token)).toBe('HS256');
      await refresh(token).expect(400);
      await refresh(body.refresh_token).expect(200);
    });

    it('ends with the session', async () => {
      const { refresh_token: token } = await visitor.signIn(DANA);
      simulator.control.revokeSessions(DANA);
      const { body } = await refresh(token).expect(400);
      expect(body.error).toBe('invalid_grant');
    });

    it('takes a renewed session token too', async () => {
      const { refresh_token: token } = await visitor.signIn(DANA);
      const { body } = await request(simulator.url).get(
        `/v1/auth/refresh/${token}`,
      );
      await refresh(body.Authorization).expect(200);
    });
  });
});
