import { createHash } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { ADA, DANA, PaletteVisitor } from '../__testUtils__/PaletteVisitor';
import {
  type PaletteSimulator,
  startPaletteSimulator,
} from '../startPaletteSimulator';

describe("the quirks of Palette's tokens", () => {
  let simulator: PaletteSimulator;
  let visitor: PaletteVisitor;

  beforeAll(async () => {
    simulator = await startPaletteSimulator();
    visitor = new PaletteVisitor(simulator);
  });
  beforeEach(() => simulator.control.reset());
  afterAll(() => simulator.close());

  const algOf = (token = '') => decodeProtectedHeader(token).alg;

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
    expect(decodeJwt(good.id_token).at_hash).toBe(halfHash(good.access_token));
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
