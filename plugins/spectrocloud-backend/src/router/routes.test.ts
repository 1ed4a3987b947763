import type { z } from 'zod';
import {
  answerAll,
  routeCases,
  type RouteCase,
} from '../__testUtils__/routeCases';
import {
  DANA,
  startTestApi,
  type TestApi,
} from '../__testUtils__/startTestApi';
import { routes } from './routes';

const TOKEN = 'token-of-dana';

/** Nothing held, so that each case asks Palette. */
const settings = {
  listTtl: { seconds: 0 },
  rateLimit: {
    standard: { perSecond: 1000, burst: 1000 },
    fast: { perSecond: 1000, burst: 1000 },
  },
};

describe('routes', () => {
  let api: TestApi;
  /** Notices soon that Palette is silent. */
  let impatient: TestApi;

  beforeAll(async () => {
    api = await startTestApi({ spectrocloud: settings });
    impatient = await startTestApi({
      spectrocloud: { ...settings, callTimeout: { milliseconds: 200 } },
    });
    impatient.tokens.signIn(DANA);
  });

  beforeEach(() => {
    api.palette.reset();
    api.tokens.reset();
    api.tokens.signIn(DANA);
    api.denied.clear();
    api.auditor.createEvent.mockClear();
    answerAll(api.palette);
  });

  afterAll(async () => {
    await api.stop();
    await impatient.stop();
  });

  function call({ method, path, body }: RouteCase, by = api.asUser()) {
    return method === 'get'
      ? by.get(path).set('Cache-Control', 'no-cache')
      : by.post(path, body);
  }

  const routeOf = ({ operation }: RouteCase) =>
    routes.find(route => route.operation === operation)!;

  it('has a case for every route', () => {
    expect(routeCases.map(({ operation }) => operation).sort()).toEqual(
      routes.map(({ operation }) => operation).sort(),
    );
  });

  describe.each(routeCases)('$operation', routeCase => {
    const { endpoint, creation } = routeCase;
    const route = routeOf(routeCase);

    it('answers as the user, as described, without any secret', async () => {
      const response = await call(routeCase);
      expect(response.status).toBe(route.status ?? 200);
      expect(response.headers['cache-control']).toMatch(/no-store/);
      // Files come as bytes.
      const text = response.text ?? response.body.toString();
      expect(text).not.toContain('SECRET');
      expect(text).not.toContain(TOKEN);
      const { answer } = route;
      const [contentType, described] =
        'contentType' in answer
          ? [answer.contentType, response.body]
          : ['application/json', (answer as z.ZodType).parse(response.body)];
      expect(response.headers['content-type']).toContain(contentType);
      expect(described).toEqual(response.body);
      expect(api.palette.calls.length).toBeGreaterThan(0);
      for (const { headers } of api.palette.calls) {
        expect(headers.authorization).toBe(TOKEN);
        expect(headers.apikey).toBeUndefined();
        expect(headers.cookie).toBeUndefined();
      }
    });

    it('refuses callers without credentials', async () => {
      const response = await call(routeCase, api.asNobody());
      expect(response.status).toBe(401);
      expect(
        response.headers['x-spectrocloud-reauth-required'],
      ).toBeUndefined();
      expect(api.palette.calls).toHaveLength(0);
    });

    it('asks a user without a Palette session to sign in', async () => {
      api.tokens.reset();
      const response = await call(routeCase);
      expect(response.status).toBe(401);
      expect(response.headers['x-spectrocloud-reauth-required']).toBe('true');
      expect(response.headers['access-control-expose-headers']).toContain(
        'X-SpectroCloud-ReAuth-Required',
      );
      expect(response.body.error.name).toBe('ReauthenticationRequiredError');
      expect(api.palette.calls).toHaveLength(0);
    });

    it('is closed to users without its permission', async () => {
      route.permissions.forEach(({ name }) => api.denied.add(name));
      const response = await call(routeCase);
      expect(response.status).toBe(403);
      expect(api.tokens.lookUps).toHaveLength(0);
      expect(api.palette.calls).toHaveLength(0);
    });

    it('names the field that is wrong', async () => {
      const { bad } = routeCase;
      const response = await call({
        ...routeCase,
        path: bad.path ?? routeCase.path,
        body: bad.body ?? routeCase.body,
      });
      expect(response.status).toBe(400);
      expect(response.body.error.message).toContain(bad.names);
      expect(api.palette.calls).toHaveLength(0);
    });

    it('knows no other instance than the configured ones', async () => {
      const response = await call({
        ...routeCase,
        path: `${routeCase.path}&instance=other`,
      });
      expect(response.status).toBe(404);
      expect(response.body.error.message).toContain(`'demo'`);
    });

    it('asks to sign in again when Palette refuses the token', async () => {
      api.palette.on(endpoint, { status: 401, body: { code: 'Unauthorized' } });
      const response = await call(routeCase);
      expect(response.status).toBe(401);
      expect(response.headers['x-spectrocloud-reauth-required']).toBe('true');
      expect(api.tokens.refused).toEqual([TOKEN]);
    });

    it('goes on with a newer token when there is one', async () => {
      const newer = {
        ...api.tokens.signIn(DANA),
        token: 'newer',
        setCookie: 'c=2',
      };
      api.tokens.newer.set(TOKEN, newer);
      const { handlers } = api.palette;
      const original = handlers.find(({ pattern }) =>
        pattern.test(endpoint.replaceAll('*', 'x')),
      )!;
      api.palette.on(endpoint, received =>
        received.headers.authorization === 'newer'
          ? original.handler(received)
          : { status: 401 },
      );
      const response = await call(routeCase);
      expect(response.status).toBe(route.status ?? 200);
      expect(response.headers['set-cookie']).toContain('c=2');
    });

    it.each([
      { status: 403, becomes: 403 },
      { status: 404, becomes: 404 },
      { status: 410, becomes: 404 },
      { status: 500, becomes: 502 },
      { status: 503, becomes: 502 },
    ])(
      'turns $status of Palette into $becomes',
      async ({ status, becomes }) => {
        api.palette.on(endpoint, {
          status,
          body: { code: 'Some', message: `internal-text ${TOKEN}` },
        });
        // What stands in for /v1/users/me, and for the summary of teams, fails as well.
        api.palette.on('GET /v1/users/info', { status });
        api.palette.on('GET /v1/teams', { status });
        const response = await call(routeCase);
        expect(response.status).toBe(becomes);
        expect(response.text).not.toContain('internal-text');
        expect(JSON.stringify(api.logger.warn.mock.calls)).not.toContain(TOKEN);
      },
    );

    it('turns 400 of Palette into a 400, or into findings for a creation', async () => {
      api.palette.on(endpoint, {
        status: 400,
        body: { code: 'InvalidName', message: 'name is taken' },
      });
      // What stands in for /v1/users/me fails as well.
      api.palette.on('GET /v1/users/info', { status: 400 });
      const response = await call(routeCase);
      expect(response.status).toBe(creation ? 422 : 400);
      expect(response.body.error.findings).toEqual(
        creation
          ? [{ field: '', code: 'InvalidName', message: 'name is taken' }]
          : undefined,
      );
      expect(response.text.includes('name is taken')).toBe(Boolean(creation));
    });

    it(`says when Palette's limit is reached`, async () => {
      // An API of its own: everybody who shares the limit has to wait after a 429.
      const limited = await startTestApi({
        spectrocloud: { ...settings, requestTimeout: { seconds: 5 } },
      });
      limited.tokens.signIn(DANA);
      answerAll(limited.palette);
      limited.palette.on(endpoint, {
        status: 429,
        headers: { 'retry-after': '7' },
      });
      const response = await call(routeCase, limited.asUser());
      expect(response.status).toBe(503);
      expect(response.headers['retry-after']).toBe('7');
      await limited.stop();
    });

    it('answers 504 when Palette is silent', async () => {
      impatient.palette.reset();
      answerAll(impatient.palette);
      impatient.palette.on(endpoint, { delayMs: 600 });
      const response = await call(routeCase, impatient.asUser());
      expect(response.status).toBe(504);
    });

    it('answers 502 when Palette hangs up', async () => {
      api.palette.on(endpoint, { hangUp: true });
      const response = await call(routeCase);
      expect(response.status).toBe(502);
    });

    it('answers 502 when Palette talks nonsense', async () => {
      api.palette.on(endpoint, { body: '<html>not what was asked for</html>' });
      const response = await call(routeCase);
      expect(response.status).toBe(502);
      expect(response.text).not.toContain('<html>');
    });
  });
});
