import { decodeJwt, decodeProtectedHeader, SignJWT } from 'jose';
import { SessionStore } from './SessionStore';

const TTL_SECONDS = 900;

describe('SessionStore', () => {
  let now: number;
  let store: SessionStore;
  const dana = { userUid: 'u1', tenantUid: 't1' };

  beforeEach(() => {
    now = Date.UTC(2026, 0, 1);
    store = new SessionStore({
      clock: () => now,
      ttlSeconds: () => TTL_SECONDS,
    });
  });

  const openToken = async () => (await store.issue(store.open(dana))).token;
  const refusal = (token: string) =>
    store.verify(token).then(
      () => 'accepted',
      error => `${error.name}: ${error.message}`,
    );

  it('issues HS256 tokens that name user, tenant and session', async () => {
    const token = await openToken();
    expect(decodeProtectedHeader(token).alg).toBe('HS256');
    expect(decodeJwt(token)).toMatchObject({
      userUid: 'u1',
      tenantUid: 't1',
      exp: now / 1000 + TTL_SECONDS,
    });
    expect(await store.verify(token)).toMatchObject(dana);
  });

  it('never issues the same token twice', async () => {
    const session = store.open(dana);
    const [a, b] = [await store.issue(session), await store.issue(session)];
    expect(a.token).not.toBe(b.token);
  });

  it('refuses a token that has lapsed', async () => {
    const token = await openToken();
    now += TTL_SECONDS * 1000;
    expect(await refusal(token)).toBe(
      'SessionTokenRefused: Authorization token has expired',
    );
  });

  it('refuses tokens of another key and what is no token', async () => {
    const forged = await new SignJWT(decodeJwt(await openToken()))
      .setProtectedHeader({ alg: 'HS256' })
      .sign(new TextEncoder().encode('another key of thirty-two bytes.'));
    for (const token of [forged, 'rubbish', '']) {
      expect(await refusal(token)).toBe(
        'SessionTokenRefused: Invalid authorization token',
      );
    }
  });

  it('renews: a later token of the same session, both good', async () => {
    const token = await openToken();
    now += 60_000;
    const renewed = (await store.renew(token, false)).token;
    expect(decodeJwt(renewed).sessionUid).toBe(decodeJwt(token).sessionUid);
    expect(decodeJwt(renewed).exp! - decodeJwt(token).exp!).toBe(60);
    expect(await refusal(token)).toBe('accepted');
    expect(await refusal(renewed)).toBe('accepted');
  });

  it('rotates: the renewed token ends the one before', async () => {
    const token = await openToken();
    const renewed = (await store.renew(token, true)).token;
    expect(await refusal(token)).toBe(
      'SessionTokenRefused: Authorization token is revoked',
    );
    expect(await refusal(renewed)).toBe('accepted');
  });

  it('renews nothing that is not alive', async () => {
    const token = await openToken();
    now += TTL_SECONDS * 1000;
    await expect(store.renew(token, false)).rejects.toThrow('has expired');
  });

  it('revokes one token and leaves the others of the session', async () => {
    const token = await openToken();
    const renewed = (await store.renew(token, false)).token;
    await store.revokeToken(token);
    expect(await refusal(token)).toBe(
      'SessionTokenRefused: Authorization token is revoked',
    );
    expect(await refusal(renewed)).toBe('accepted');
  });

  it("ends a user's sessions and nobody else's", async () => {
    const token = await openToken();
    const other = store.open({ userUid: 'u2', tenantUid: 't1' });
    const others = (await store.issue(other)).token;
    expect(store.end('u1', 'revoked')).toBe(1);
    expect(store.end('u1', 'revoked')).toBe(0);
    expect(await refusal(token)).toBe(
      'SessionTokenRefused: Authorization token is revoked',
    );
    expect(await refusal(others)).toBe('accepted');
  });

  it('lets sessions lapse before their time', async () => {
    const token = await openToken();
    store.end('u1', 'expired');
    expect(await refusal(token)).toBe(
      'SessionTokenRefused: Authorization token has expired',
    );
  });
});
