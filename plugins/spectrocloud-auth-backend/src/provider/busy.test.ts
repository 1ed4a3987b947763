import { mockServices } from '@backstage/backend-test-utils';
import request from 'supertest';
import { useAuthBackend } from '../__testUtils__/useAuthBackend';
import { RedemptionQueue } from './RedemptionQueue';

/** One sign-in, and another one minutes later. */
const SCARCE = { tokenEndpointRateLimit: 0.01 };

describe('sign-ins beyond what the token endpoint takes', () => {
  const auditor = mockServices.auditor.mock();
  let passedMs = 0;
  beforeAll(() => {
    const { now } = Date;
    jest.spyOn(Date, 'now').mockImplementation(() => now() + passedMs);
  });
  afterAll(() => jest.restoreAllMocks());
  const backend = useAuthBackend({
    block: SCARCE,
    features: [auditor.factory],
  });

  it('are told to come back, with no call, no row, no audit event and one line in the log', async () => {
    expect((await backend.open().signIn()).error).toBeUndefined();
    const calls = backend.palette.count('/token');
    const events = auditor.createEvent.mock.calls.length;
    const browser = backend.open();
    const answer = await browser.authorize();
    for (let time = 0; time < 5; time++) {
      const { response, message } = await browser.answer(answer);
      expect(response.status).toBe(429);
      expect(Number(response.headers['retry-after'])).toBeGreaterThan(50);
      expect(response.headers['access-control-expose-headers']).toContain(
        'Retry-After',
      );
      expect(message.error?.message).toMatch(/^Too many people are signing in/);
    }
    expect(backend.palette.count('/token')).toBe(calls);
    expect(auditor.createEvent).toHaveBeenCalledTimes(events);
    const lines = backend.logs.lines.filter(line =>
      /come back later|Sign-in with Palette failed/.test(line),
    );
    expect(lines).toHaveLength(1);

    // Nothing of the sign-in was used up.
    passedMs = 300_000;
    expect((await browser.answer(answer)).message.error).toBeUndefined();
  });

  it('end a redirect in the app', async () => {
    const browser = backend.open();
    const answer = await browser.authorize({
      flow: 'redirect',
      redirectUrl: 'http://localhost:3000/catalog',
    });
    await backend.open().signIn();
    const response = await browser.callback(answer);
    expect(response.status).toBe(303);
    expect(response.headers.location).toMatch(
      /^http:\/\/localhost:3000\/catalog\?error_code=busy&error=Too\+many/,
    );
  });
});

describe('one answer over and over', () => {
  const auditor = mockServices.auditor.mock();
  const backend = useAuthBackend({ features: [auditor.factory] });
  let note: jest.SpyInstance;
  beforeEach(() => {
    note = jest.spyOn(RedemptionQueue.prototype, 'note');
    auditor.createEvent.mockClear();
  });
  afterEach(() => note.mockRestore());

  /** Sends a callback with the cookies that the browser had before it was answered. */
  async function repeat(times: number, error?: string) {
    const browser = backend.open();
    const answer = await browser.authorize();
    const cookie = [...browser.cookies()].map(pair => pair.join('=')).join(';');
    const state = answer.searchParams.get('state')!;
    const code = answer.searchParams.get('code')!;
    for (let time = 0; time < times; time++) {
      await request(backend.server)
        .get(answer.pathname)
        .query({ state, ...(error ? { error } : { code }) })
        .set('Cookie', cookie);
    }
  }

  it('takes turns from others no longer than invented codes do', async () => {
    await repeat(4);
    expect(note.mock.calls.map(([, isGood]) => isGood)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('fills neither the log nor the audit trail', async () => {
    await repeat(60, 'access_denied');
    const lines = backend.logs.lines.filter(line =>
      line.includes('failed (environment development'),
    );
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.length).toBeLessThan(45);
    expect(auditor.createEvent.mock.calls.length).toBeLessThan(45);
  });
});

describe('answers to no sign-in at all', () => {
  const auditor = mockServices.auditor.mock();
  const backend = useAuthBackend({ features: [auditor.factory] });

  it('fill neither the log nor the audit trail', async () => {
    for (let time = 0; time < 60; time++) {
      const { status } = await backend
        .open()
        .agent.get('/api/auth/spectrocloud/handler/frame')
        .query({ code: 'invented', state: `state-${time}` });
      expect(status).toBe(200);
    }
    const lines = backend.logs.lines.filter(line =>
      line.includes('Sign-in with Palette failed'),
    );
    expect(lines.length).toBeLessThan(45);
    expect(auditor.createEvent.mock.calls.length).toBeLessThan(45);
  });
});

describe('tokenEndpointRateLimit: 0', () => {
  const backend = useAuthBackend({ block: { tokenEndpointRateLimit: 0 } });

  it('lets everybody pass', async () => {
    const messages = await Promise.all(
      Array.from({ length: 30 }, () => backend.open().signIn()),
    );
    expect(messages.filter(({ error }) => error)).toEqual([]);
  });
});
