import { RedemptionQueue } from './RedemptionQueue';

const LIMIT = 10;
const TOKEN_URL = 'https://palette.example/v1/oidc/tenant/t/token';
const grant = (type: string) => ({
  method: 'POST',
  body: new URLSearchParams({ grant_type: type }),
});

/** Palette's own count: a bucket of 50 that fills by 10 a second. */
class Palette {
  calls = 0;
  refused = 0;
  #tokens = LIMIT * 5;
  #at = Date.now();

  call = async () => {
    const now = Date.now();
    const gained = ((now - this.#at) / 1000) * LIMIT;
    this.#tokens = Math.min(LIMIT * 5, this.#tokens + gained);
    this.#at = now;
    this.calls += 1;
    // A timer may be early by less than a millisecond.
    if (this.#tokens < 0.99) {
      this.refused += 1;
      return new Response('', { status: 429 });
    }
    this.#tokens -= 1;
    return new Response('{}');
  };
}

describe('RedemptionQueue', () => {
  let palette: Palette;
  let queue: RedemptionQueue;
  let fetch: ReturnType<RedemptionQueue['counting']>;

  beforeEach(() => {
    jest.useFakeTimers({ now: 0 });
    palette = new Palette();
    queue = new RedemptionQueue({ perSecond: LIMIT });
    fetch = queue.counting(palette.call);
  });
  afterEach(() => jest.useRealTimers());

  /** A callback of a client; how long it waited, or after how long to come back. */
  async function redeem(client: string, isGood = true) {
    const startedAt = Date.now();
    try {
      await queue.wait(client);
    } catch (error) {
      return {
        retryAfter: (error as { retryAfterSeconds: number }).retryAfterSeconds,
      };
    }
    await fetch(TOKEN_URL, grant('authorization_code'));
    queue.note(client, isGood);
    return { waited: Date.now() - startedAt };
  }

  const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

  it('lets the first half of the burst pass, and then the sustained rate', async () => {
    const waits: number[] = [];
    for (let index = 0; index < 45; index++) {
      redeem(`client-${index}`).then(({ waited }) => waits.push(waited!));
    }
    await pass(0);
    expect(waits).toEqual(Array.from({ length: 25 }, () => 0));
    await pass(2_000);
    expect(waits).toHaveLength(45);
  });

  it.each([
    ['at once', 0],
    ['one after the other', 100],
  ])(
    'signs 500 people behind one address in within a minute, who come %s, while another address floods',
    async (_, gapMs) => {
      let flooding = true;
      const flood = async () => {
        while (flooding) {
          redeem('192.0.2.66', false);
          await new Promise(resolve => {
            setTimeout(resolve, 50);
          });
        }
      };
      flood();
      await pass(5_000);
      const results: Array<Awaited<ReturnType<typeof redeem>>> = [];
      for (let person = 0; person < 500; person++) {
        setTimeout(
          () => redeem('198.51.100.1').then(result => results.push(result)),
          person * gapMs,
        );
      }
      await pass(60_000);
      flooding = false;
      await pass(60_000);
      const waited = results.map(result => result.waited ?? Infinity);
      expect(waited).toHaveLength(500);
      expect(Math.max(...waited)).toBeLessThan(60_000);
      expect(palette.refused).toBe(0);
    },
  );

  it('gives a client whose codes are refused every twentieth turn, and all that nobody else wants', async () => {
    const order: string[] = [];
    const ask = (client: string) =>
      redeem(client, client !== 'flood').then(() => order.push(client));
    for (let index = 0; index < 40; index++) ask('flood');
    await pass(4_000);
    expect(order).toHaveLength(40);
    order.length = 0;
    for (let index = 0; index < 60; index++) {
      ask('flood');
      ask('people');
    }
    await pass(4_000);
    expect(
      order.filter(client => client === 'people').length,
    ).toBeGreaterThanOrEqual(34);
    expect(order).toContain('flood');
  });

  it('keeps a share for renewals, which never wait', async () => {
    for (let index = 0; index < 300; index++) redeem('flood', false);
    for (let second = 0; second < 20; second++) {
      for (let index = 0; index < 5; index++) {
        const { status } = await fetch(TOKEN_URL, grant('refresh_token'));
        expect(status).toBe(200);
      }
      await pass(1_000);
    }
    expect(palette.refused).toBe(0);
  });

  it('refuses at once who would wait too long, and says when to come back', async () => {
    for (let index = 0; index < 25 + 550; index++) redeem('flood');
    expect(await redeem('flood')).toEqual({ retryAfter: 56 });
    const other = redeem('people');
    await pass(1_000);
    expect((await other).waited).toBeLessThan(1_000);
  });

  it('forgets who has gone away', async () => {
    for (let index = 0; index < 25; index++) redeem('people');
    const leaving = new AbortController();
    const gone = queue.wait('flood', leaving.signal).catch(error => error);
    leaving.abort();
    expect(await gone).toMatchObject({ reason: 'busy' });
    const next = redeem('people');
    await pass(110);
    expect((await next).waited).toBeLessThan(110);
  });

  it('pauses when Palette says that it was too much', async () => {
    await queue.counting(async () => new Response('', { status: 429 }))(
      TOKEN_URL,
      grant('refresh_token'),
    );
    const next = redeem('people');
    await pass(10_000);
    expect((await next).waited).toBeGreaterThanOrEqual(1_000);
  });
});
