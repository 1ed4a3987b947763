import request from 'supertest';
import { DANA, PaletteVisitor } from '../__testUtils__/PaletteVisitor';
import {
  type PaletteSimulator,
  startPaletteSimulator,
} from '../startPaletteSimulator';

const PING = '/v1/health/ping';

describe('faults', () => {
  let simulator: PaletteSimulator;

  beforeAll(async () => {
    simulator = await startPaletteSimulator();
  });
  beforeEach(() => simulator.control.reset());
  afterAll(() => simulator.close());

  const ping = () => request(simulator.url).get(PING);

  it('fails as often as it is told to', async () => {
    simulator.control.fail({ status: 503, count: 2 });
    const { body } = await ping().expect(503);
    expect(body).toMatchObject({ code: 'SimulatedFailure', details: {} });
    await ping().expect(503);
    await ping().expect(200);
  });

  it('fails only the path and method that are named', async () => {
    simulator.control.fail({ status: 500, path: '/v1/users' });
    simulator.control.fail({ status: 501, method: 'post' });
    await ping().expect(200);
    await request(simulator.url).get('/v1/users/me').expect(500);
    await request(simulator.url).post('/v1/auth/authenticate').expect(501);
  });

  it('fails the OpenID endpoints too, never its own control', async () => {
    simulator.control.fail({ status: 500, count: 100 });
    await request(simulator.issuer).get('/keys').expect(500);
    await request(simulator.url).get('/control/settings').expect(200);
    await request(simulator.url).get('/').expect(200);
  });

  it.each([
    ['html' as const, '<html>'],
    ['garbage' as const, '{"items":[{"metadata":'],
    ['empty' as const, ''],
  ])('sends %s for a body', async (body, expected) => {
    simulator.control.fail({ status: 200, body });
    const answer = await fetch(`${simulator.url}${PING}`);
    expect((await answer.text()).startsWith(expected)).toBe(true);
  });

  it('breaks off in the middle of a body', async () => {
    simulator.control.fail({ status: 200, body: 'truncated' });
    const answer = await fetch(`${simulator.url}${PING}`);
    await expect(answer.text()).rejects.toThrow();
  });

  it('sends the headers that are wanted', async () => {
    simulator.control.fail({ status: 429, headers: { 'Retry-After': '7' } });
    const answer = await ping().expect(429);
    expect(answer.headers['retry-after']).toBe('7');
    expect(answer.body.code).toBe('TooManyRequests');
  });

  it('drops the connection', async () => {
    simulator.control.drop();
    await expect(fetch(`${simulator.url}${PING}`)).rejects.toThrow();
    await ping().expect(200);
  });

  it('waits before it answers, and before it fails', async () => {
    simulator.control.delay({ ms: 120, count: 2 });
    simulator.control.fail({ status: 503 });
    const started = Date.now();
    await ping().expect(503);
    expect(Date.now() - started).toBeGreaterThanOrEqual(110);
    await ping().expect(200);
    expect(Date.now() - started).toBeGreaterThanOrEqual(220);
  });

  it.each(['before', 'after'] as const)(
    'with a delay %s: whether a call takes effect whose caller went away',
    async when => {
      const visitor = new PaletteVisitor(simulator);
      const token = await visitor.sessionToken(DANA);
      simulator.control.updateSettings({ rotateOnRefresh: true });
      simulator.control.delay({ ms: 100, when, path: '/v1/auth/refresh' });
      await fetch(`${simulator.url}/v1/auth/refresh/${token}`, {
        signal: AbortSignal.timeout(40),
      }).catch(() => undefined);
      await new Promise(resolve => setTimeout(resolve, 150));
      const { status } = await visitor.call('get', '/v1/users/me', token);
      expect(status).toBe(when === 'before' ? 200 : 401);
    },
  );

  it('holds an answer back', async () => {
    simulator.control.delay({ ms: 120, when: 'after' });
    const started = Date.now();
    const { body } = await ping().expect(200);
    expect(body).toEqual({ msg: 'pong' });
    expect(Date.now() - started).toBeGreaterThanOrEqual(110);
  });

  it('forgets what is left over', async () => {
    simulator.control.fail({ status: 503, count: 10 });
    simulator.control.clearFaults();
    await ping().expect(200);
  });

  it('answers 429 without Retry-After once the limit is reached', async () => {
    simulator.control.setRateLimits(true);
    const answers = await Promise.all(Array.from({ length: 70 }, () => ping()));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0].headers).not.toHaveProperty('retry-after');
    expect(refused[0].body.code).toBe('TooManyRequests');
    simulator.control.setRateLimits(false);
    await ping().expect(200);
  });
});
