import type { ActiveSession, SessionManager } from '../session/SessionManager';
import { PendingConnections } from './PendingConnections';

const HANDLE = 'h'.repeat(43);
const login = {
  issuer: 'https://palette.example',
  subject: 'sub',
  claims: {},
  tokens: { idToken: 'id' },
};

describe('PendingConnections', () => {
  let now = 1_000_000;
  let rows: Map<string, ActiveSession>;
  let added: object;
  const ended: string[] = [];
  const sessions: SessionManager = {
    async open({ handle, userEntityRef, environment, subject, ...rest }) {
      rows.set(handle, {
        id: handle,
        userEntityRef,
        environment,
        subject,
        ...rest,
      });
      return { setCookie: 'must-not-be-sent', expiresInSeconds: 7 };
    },
    async refresh({ handle }) {
      return rows.get(handle);
    },
    async handOver({ handle, to }) {
      const row = rows.get(handle);
      rows.delete(handle);
      return row && { setCookie: `for ${to.userEntityRef}` };
    },
    async end({ handle, reason }) {
      rows.delete(handle);
      ended.push(reason);
    },
  };
  const pending = PendingConnections.create({ sessions, now: () => now });
  const find = () => pending.find({ handle: HANDLE, environment: 'lab' });

  beforeEach(async () => {
    rows = new Map();
    ended.length = 0;
    added = await pending.add({
      handle: HANDLE,
      userEntityRef: 'user:default/ada',
      environment: 'lab',
      login,
    });
  });

  it('keeps it neither under the handle nor under the name of the user', () => {
    expect(added).toEqual({ expiresInSeconds: 7 });
    const [[handle, row]] = rows;
    expect(handle).not.toBe(HANDLE);
    expect(handle).toMatch(/^[\w-]{43}$/);
    expect(row.userEntityRef).not.toMatch(/^user:/);
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
    expect(ended).toEqual(['user-changed']);
    expect(rows.size).toBe(0);
  });
});
