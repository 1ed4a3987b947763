import { setTimeout as delay } from 'node:timers/promises';
import { TokenMemory, type TokenMemoryKey } from './TokenMemory';

const TTL_MS = 30_000;
const HOUR_MS = 3_600_000;
const MAX_ENTRIES = 5_000;

describe('TokenMemory', () => {
  let wall: number;
  let uptime: number;
  let memory: TokenMemory;

  const now = () => new Date(wall);
  const keyOf = (user: string): TokenMemoryKey => ({
    userEntityRef: `user:default/${user}`,
    environment: 'production',
    cookieHash: '',
  });
  const keep = (user: string, more: { expiresAt?: Date } = {}) =>
    memory.set(
      keyOf(user),
      {
        token: `token of ${user}`,
        sessionId: `row of ${user}`,
        environment: 'production',
        identity: { tenantUid: 't', userUid: 'u' },
        ...more,
      },
      undefined,
    );
  const isKept = (user: string) => memory.get(keyOf(user)) !== undefined;

  beforeEach(() => {
    wall = Date.parse('2026-11-23T12:00:00.000Z');
    uptime = 1_000;
    memory = new TokenMemory({
      ttlMs: TTL_MS,
      now,
      monotonicNow: () => uptime,
    });
  });

  it('serves no copy for longer when somebody sets the clock back', () => {
    keep('dana', { expiresAt: new Date(wall + HOUR_MS) });
    wall -= HOUR_MS;
    uptime += TTL_MS;
    expect(isKept('dana')).toBe(true);
    uptime += 1;
    expect(isKept('dana')).toBe(false);
  });

  it('serves a copy no less when somebody sets the clock forward', () => {
    keep('dana');
    wall += HOUR_MS;
    expect(isKept('dana')).toBe(true);
  });

  it('serves no expired token, even if the machine slept meanwhile', () => {
    keep('dana', { expiresAt: new Date(wall + 5) });
    expect(isKept('dana')).toBe(true);
    wall += 5;
    expect(isKept('dana')).toBe(false);
  });

  it('asks again in time for a renewal, however long copies may be served', () => {
    memory = new TokenMemory({
      ttlMs: 5 * HOUR_MS,
      now,
      monotonicNow: () => uptime,
    });
    keep('dana', { expiresAt: new Date(wall + HOUR_MS) });
    keep('eve', { expiresAt: new Date(wall + HOUR_MS / 10) });
    const pass = (milliseconds: number) => {
      wall += milliseconds;
      uptime += milliseconds;
    };
    pass(TTL_MS + 1);
    expect(isKept('eve')).toBe(false);
    pass((HOUR_MS * 5) / 6 - TTL_MS - 2);
    expect(isKept('dana')).toBe(true);
    pass(2);
    expect(isKept('dana')).toBe(false);
  });

  it('goes by a clock that nobody sets unless it is given one', async () => {
    memory = new TokenMemory({ ttlMs: 200, now });
    keep('dana');
    expect(isKept('dana')).toBe(true);
    await delay(300);
    expect(isKept('dana')).toBe(false);
  });

  it('forgets the copies that were asked for least lately when there are many', () => {
    for (let user = 0; user < MAX_ENTRIES; user += 1) {
      keep(`user-${user}`);
    }
    expect(isKept('user-0')).toBe(true);
    keep('one-more');
    expect(isKept('one-more')).toBe(true);
    expect(isKept('user-0')).toBe(true);
    expect(isKept('user-1')).toBe(false);
  });

  it.each([
    [
      'refused tokens',
      (user: string) => memory.dropToken(keyOf(user), `token of ${user}`),
    ],
    [
      'sessions that ended',
      (user: string) => memory.dropSessions([`row of ${user}`]),
    ],
  ])('keeps no copy of %s, of which it remembers many', (_, drop) => {
    drop('dana');
    for (let user = 1; user < MAX_ENTRIES; user += 1) {
      drop(`user-${user}`);
    }
    keep('dana');
    expect(isKept('dana')).toBe(false);
    drop('one-more');
    keep('user-1');
    expect(isKept('user-1')).toBe(false);
    keep('dana');
    expect(isKept('dana')).toBe(true);
  });
});
