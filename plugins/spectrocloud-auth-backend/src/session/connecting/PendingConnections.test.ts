import { PendingConnections } from './PendingConnections';
import { FakeSessions } from '../../provider/__testUtils__/FakeSessions';

const HANDLE = 'h'.repeat(43);
const NEXT = 'n'.repeat(43);
const login = {
  issuer: 'https://palette.example',
  subject: 'sub',
  claims: {},
  tokens: { idToken: 'id' },
};

describe('PendingConnections', () => {
  let now = 1_000_000;
  let sessions: FakeSessions;
  let pending: PendingConnections;
  let added: object;
  const find = (handle = HANDLE) =>
    pending.find({ handle, environment: 'lab' });
  const add = (handle: string, replaces?: string) =>
    pending.add({
      handle,
      userEntityRef: 'user:default/ada',
      environment: 'lab',
      login,
      replaces,
    });

  beforeEach(async () => {
    sessions = new FakeSessions();
    pending = new PendingConnections({ sessions, now: () => now });
    added = await add(HANDLE);
  });

  it('keeps it neither under the handle nor under the name of the user', () => {
    expect(added).toEqual({ expiresInSeconds: 7 });
    const [[handle, row]] = sessions.rows;
    expect(handle).not.toBe(HANDLE);
    expect(handle).toMatch(/^[\w-]{43}$/);
    expect(row.userEntityRef).toBe('');
  });

  it('keeps it no longer than it can be claimed', () => {
    const [row] = sessions.rows.values();
    expect(row.waiting).toEqual({
      userEntityRef: 'user:default/ada',
      until: new Date(now + 600_000),
    });
  });

  it('finds no session that waits for nobody', async () => {
    const [[handle, row]] = sessions.rows;
    sessions.rows.set(handle, { ...row, waiting: undefined });
    await expect(find()).resolves.toBeUndefined();
  });

  it('finds it as the session of the user it waits for', async () => {
    await expect(find()).resolves.toMatchObject({
      userEntityRef: 'user:default/ada',
      setCookie: undefined,
    });
    await expect(pending.claim(HANDLE, 'user:default/ada')).resolves.toEqual({
      setCookie: 'for user:default/ada',
    });
    await expect(find()).resolves.toBeUndefined();
  });

  it('ends it after ten minutes', async () => {
    now += 599_999;
    await expect(find()).resolves.toBeDefined();
    now += 1;
    await expect(find()).resolves.toBeUndefined();
    expect([...sessions.ended.values()]).toEqual(['user-changed']);
    expect(sessions.rows.size).toBe(0);
  });

  it('ends it when its browser connects again', async () => {
    await expect(pending.wasReplaced(HANDLE)).resolves.toBe(false);
    await add(NEXT, HANDLE);
    await expect(find()).resolves.toBeUndefined();
    await expect(pending.wasReplaced(HANDLE)).resolves.toBe(true);
    await expect(find(NEXT)).resolves.toBeDefined();
    expect(sessions.rows.size).toBe(1);
  });

  it('ends it as replaced also when nobody could claim it any more', async () => {
    now += 600_000;
    await add(NEXT, HANDLE);
    expect([...sessions.ended.values()]).toEqual(['replaced']);
  });

  it('ends it also when it was claimed before its browser connects again', async () => {
    await pending.claim(HANDLE, 'user:default/ada');
    await add(NEXT, HANDLE);
    expect(sessions.ended.get(HANDLE)).toBe('replaced');
    await expect(find(NEXT)).resolves.toBeDefined();
    expect(sessions.rows.size).toBe(1);
  });
});
