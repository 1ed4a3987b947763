import request from 'supertest';
import { DEMO_PASSWORD } from '../seed/users';
import {
  type PaletteSimulator,
  startPaletteSimulator,
} from '../startPaletteSimulator';
import { ADA, DANA, PaletteVisitor } from '../__testUtils__/PaletteVisitor';

describe('sessions of the API', () => {
  let simulator: PaletteSimulator;
  let visitor: PaletteVisitor;
  let token: string;

  beforeAll(async () => {
    simulator = await startPaletteSimulator();
    visitor = new PaletteVisitor(simulator);
  });
  beforeEach(async () => {
    simulator.control.reset();
    token = await visitor.sessionToken(DANA);
  });
  afterAll(() => simulator.close());

  const me = (authorization: string) =>
    visitor.call('get', '/v1/users/me', authorization);

  describe('POST /v1/auth/authenticate', () => {
    const authenticate = (body: object) =>
      request(simulator.url).post('/v1/auth/authenticate').send(body);

    it('gives a session token for a password', async () => {
      const { body } = await authenticate({
        emailId: DANA,
        password: DEMO_PASSWORD,
      }).expect(200);
      expect(body.isMfa).toBe(false);
      await me(body.Authorization).expect(200);
    });

    it('signs in to the tenant that is named', async () => {
      const login = { emailId: DANA, password: DEMO_PASSWORD, org: 'sandbox' };
      const { body } = await authenticate(login).expect(200);
      const { body: user } = await me(body.Authorization);
      expect(user.status.tenant.orgName).toBe('sandbox');
      expect(user.metadata.uid).not.toBe((await me(token)).body.metadata.uid);
    });

    it.each([
      { emailId: DANA, password: 'wrong' },
      { emailId: 'nobody@acme.example', password: DEMO_PASSWORD },
      {},
    ])('refuses %p', body => authenticate(body).expect(401));
  });

  describe('Authorization', () => {
    it.each([
      ['a Bearer prefix', () => `Bearer ${token}`],
      ['rubbish', () => 'rubbish'],
      ['an API key', () => 'ada-demo-api-key'],
    ])('refuses %s', async (_what, authorization) => {
      const { body } = await me(authorization()).expect(401);
      expect(body).toEqual({
        code: 'Unauthorized',
        message: expect.any(String),
        details: {},
        ref: expect.any(String),
      });
    });

    it('refuses the ID token', async () => {
      const { id_token: idToken } = await visitor.signIn(DANA);
      await me(idToken).expect(401);
    });

    it('refuses a call without credentials', async () => {
      const { body } = await request(simulator.url)
        .get('/v1/users/me')
        .expect(401);
      expect(body.message).toBe('Missing authorization token');
    });
  });

  describe('ApiKey', () => {
    it.each(['header', 'query'])('is taken from the %s', async where => {
      const call = request(simulator.url).get('/v1/users/me');
      const { body } = await (where === 'header'
        ? call.set('ApiKey', 'dana-demo-api-key')
        : call.query({ ApiKey: 'dana-demo-api-key' }));
      expect(body.spec.emailId).toBe(DANA);
    });

    it('is refused when nobody has it, and not repeated', async () => {
      const { text } = await request(simulator.url)
        .get('/v1/users/me')
        .set('ApiKey', 'no-such-key')
        .expect(401);
      expect(text).not.toContain('no-such-key');
    });
  });

  describe('GET /v1/auth/refresh/{token}', () => {
    const renew = (value: string) =>
      request(simulator.url).get(`/v1/auth/refresh/${value}?setCookie=false`);

    it('gives a new token without an Authorization header', async () => {
      const { body } = await renew(token).expect(200);
      expect(body.Authorization).not.toBe(token);
      await me(body.Authorization).expect(200);
      await me(token).expect(200);
    });

    it('sets a cookie unless it is told not to', async () => {
      const silent = await renew(token);
      expect(silent.headers).not.toHaveProperty('set-cookie');
      const loud = await request(simulator.url).get(
        `/v1/auth/refresh/${token}`,
      );
      expect(loud.headers['set-cookie'][0]).toMatch(/^Authorization=ey/);
    });

    it('ends the old token when it rotates', async () => {
      simulator.control.updateSettings({ rotateOnRefresh: true });
      const { body } = await renew(token);
      await me(token).expect(401);
      await me(body.Authorization).expect(200);
      await renew(token).expect(401);
    });

    it('refuses the token of a session that has ended', async () => {
      simulator.control.expireSessions(DANA);
      await renew(token).expect(401);
    });
  });

  describe('POST /v1/users/auth/tokens/revoke', () => {
    const revoke = (body: object) =>
      request(simulator.url).post('/v1/users/auth/tokens/revoke').send(body);

    it('ends the tokens, and ignores what is none', async () => {
      await revoke({ tokens: [token, 'rubbish'] }).expect(204);
      await me(token).expect(401);
    });

    it('wants a list', async () => {
      await revoke({ tokens: token }).expect(400);
      await me(token).expect(200);
    });
  });

  it("ends only the named user's sessions by control", async () => {
    const adas = await visitor.sessionToken(ADA);
    expect(simulator.control.revokeSessions(DANA)).toBe(1);
    await me(token).expect(401);
    await me(adas).expect(200);
  });
});
