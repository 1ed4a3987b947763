import { createHash } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import request from 'supertest';
import {
  type PaletteSimulator,
  startPaletteSimulator,
} from '../startPaletteSimulator';
import {
  ADA,
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
    visitor = PaletteVisitor.create(simulator);
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

  describe('quirks', () => {
    it('hands the session token out as refresh_token', async () => {
      const { id_token: idToken, refresh_token: token } =
        await visitor.signIn(DANA);
      expect(algOf(idToken)).toBe('RS256');
      expect(algOf(token)).toBe('HS256');
      await visitor.call('get', '/v1/users/me', token!).expect(200);
    });

    it('hands the session token out as the code', async () => {
      simulator.control.updateSettings({ sessionTokenAs: 'code' });
      const code = await visitor.authorizeAs(DANA);
      const { body } = await visitor.redeemCode(code).expect(200);
      expect(algOf(code)).toBe('HS256');
      expect(body.refresh_token).toMatch(/^[\w-]{43}$/);
      await visitor.call('get', '/v1/users/me', code).expect(200);
      await visitor.redeemCode(code).expect(400);
    });

    it('hands no session token out', async () => {
      simulator.control.updateSettings({
        sessionTokenAs: 'none',
        refreshGrant: false,
      });
      expect(await visitor.signIn(DANA)).not.toHaveProperty('refresh_token');
    });

    it("hands another user's session token out", async () => {
      simulator.control.updateSettings({ sessionTokenOf: ADA });
      const tokens = await visitor.signIn(DANA);
      const { body } = await visitor.call(
        'get',
        '/v1/users/me',
        tokens.refresh_token!,
      );
      expect(decodeJwt(tokens.id_token).email).toBe(DANA);
      expect(body.spec.emailId).toBe(ADA);
    });

    it('leaves token_type and access_token out', async () => {
      simulator.control.updateSettings({
        tokenType: false,
        accessToken: false,
      });
      const tokens = await visitor.signIn(DANA);
      expect(Object.keys(tokens).sort()).toEqual([
        'expires_in',
        'id_token',
        'refresh_token',
        'scope',
      ]);
      expect(decodeJwt(tokens.id_token)).not.toHaveProperty('at_hash');
    });

    it('has an e-mail for sub, and no email_verified', async () => {
      simulator.control.updateSettings({
        subject: 'email',
        emailVerified: 'absent',
        omitClaims: ['family_name', 'groups'],
      });
      const claims = decodeJwt((await visitor.signIn(DANA)).id_token);
      expect(claims.sub).toBe(DANA);
      for (const claim of ['email_verified', 'family_name', 'groups']) {
        expect(claims).not.toHaveProperty(claim);
      }
    });

    it('says that the e-mail is not verified', async () => {
      simulator.control.updateSettings({ emailVerified: 'false' });
      const claims = decodeJwt((await visitor.signIn(DANA)).id_token);
      expect(claims.email_verified).toBe(false);
    });

    it('has an at_hash, and a wrong one when it is told to', async () => {
      const good = await visitor.signIn(DANA);
      simulator.control.updateSettings({ idTokenFault: 'at_hash' });
      const bad = await visitor.signIn(DANA);
      const halfHash = (token = '') =>
        createHash('sha256')
          .update(token)
          .digest()
          .subarray(0, 16)
          .toString('base64url');
      expect(decodeJwt(good.id_token).at_hash).toBe(
        halfHash(good.access_token),
      );
      expect(decodeJwt(bad.id_token).at_hash).not.toBe(
        halfHash(bad.access_token),
      );
    });

    it('gives only the claims of the scope', async () => {
      const code = await visitor.authorizeAs(DANA, { scope: 'openid' });
      const { body } = await visitor.redeemCode(code);
      const claims = decodeJwt(body.id_token);
      expect(claims).not.toHaveProperty('email');
      expect(claims).not.toHaveProperty('name');
      expect(claims.nonce).toBe('a-nonce');
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
