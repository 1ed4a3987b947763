import { mockServices } from '@backstage/backend-test-utils';
import type { EnvironmentConfig } from '../config/EnvironmentConfig';
import { TestPalette } from '../__testUtils__/TestPalette';
import { environmentConfig } from '../__testUtils__/environmentConfig';
import { PaletteServer } from './PaletteServer';

const HOUR_MS = 3_600_000;
const DISCOVERY = '/.well-known/openid-configuration';

describe('PaletteServer', () => {
  let palette: TestPalette;
  let now = 0;

  beforeAll(async () => {
    palette = await TestPalette.start();
  });
  beforeEach(() => {
    now = Date.now();
  });
  afterEach(() => palette.reset());
  afterAll(() => palette.close());

  function create(
    changes: Partial<EnvironmentConfig> = {},
    fetch?: typeof globalThis.fetch,
    logger = mockServices.logger.mock(),
  ) {
    return new PaletteServer({
      environment: environmentConfig(palette.issuer, changes),
      logger,
      now: () => now,
      fetch: fetch as never,
    });
  }

  it('asks nobody before it is needed, and then once for all who wait', async () => {
    const server = create();
    expect(palette.count(DISCOVERY)).toBe(0);
    await Promise.all([server.get(), server.get(), server.get()]);
    expect(palette.count(DISCOVERY)).toBe(1);
  });

  it('looks the endpoints up again after an hour, not before', async () => {
    const server = create();
    await server.get();
    now += HOUR_MS - 1;
    await server.get();
    expect(palette.count(DISCOVERY)).toBe(1);
    now += 1;
    palette.hooks.discovery = document => ({
      ...document,
      token_endpoint: `${palette.issuer}/moved`,
    });
    const { endpoints } = await server.get();
    expect(endpoints.token_endpoint).toBe(`${palette.issuer}/moved`);
  });

  it('tries again after a failure, so that Palette down at start poisons nothing', async () => {
    const server = create();
    palette.hooks.intercept = () => ({ status: 503 });
    await expect(server.get()).rejects.toMatchObject({
      reason: 'palette_unavailable',
      transient: true,
    });
    palette.hooks.intercept = undefined;
    await expect(server.get()).resolves.toBeDefined();
  });

  it('goes on with the known endpoints while they can not be looked up again', async () => {
    const server = create();
    const first = await server.get();
    now += HOUR_MS;
    palette.hooks.intercept = () => ({ status: 500 });
    await expect(server.get()).resolves.toBe(first);
  });

  it('gives the known endpoints up when the issuer is no longer the same', async () => {
    const server = create();
    await server.get();
    now += HOUR_MS;
    palette.hooks.discovery = document => ({
      ...document,
      issuer: 'https://x',
    });
    await expect(server.get()).rejects.toMatchObject({
      reason: 'misconfigured',
    });
  });

  it('answers within the timeout when Palette hangs', async () => {
    palette.hooks.intercept = () => ({ status: 200, hang: true });
    const startedAt = Date.now();
    await expect(create({ timeoutMs: 200 }).get()).rejects.toMatchObject({
      reason: 'palette_timeout',
    });
    expect(Date.now() - startedAt).toBeLessThan(8_000);
  });

  it('refuses an answer that is too large', async () => {
    palette.hooks.discovery = document => ({
      ...document,
      padding: 'x'.repeat(2 * 1024 * 1024),
    });
    await expect(create().get()).rejects.toThrow();
  });

  it.each<[string, { status: number; body?: string }]>([
    ['a document without an issuer', { status: 200, body: '{}' }],
    ['a page', { status: 200, body: '<html>' }],
    ['a list', { status: 200, body: '[]' }],
    ['a redirect', { status: 302 }],
    ...[400, 401, 403, 404, 405, 410, 501].map(
      (status): [string, { status: number }] => [
        `status ${status}`,
        { status },
      ],
    ),
  ])(
    'derives the endpoints, and says so once, where discovery has %s',
    async (_, answer) => {
      palette.hooks.intercept = path =>
        path.endsWith(DISCOVERY) ? answer : undefined;
      const logger = mockServices.logger.mock();
      const server = create({}, undefined, logger);
      const { endpoints } = await server.get();
      expect(endpoints.token_endpoint).toBe(`${palette.issuer}/token`);
      now += HOUR_MS;
      await server.get();
      expect(logger.warn.mock.calls).toEqual([
        [
          expect.stringContaining(
            `tokenUrl ${palette.issuer}/token, jwksUrl ${palette.issuer}/keys, since ${palette.issuer}${DISCOVERY} has no discovery document`,
          ),
        ],
      ]);
    },
  );

  it.each([408, 429, 500, 502, 503, 504])(
    'takes status %s of discovery for an outage',
    async status => {
      palette.hooks.intercept = () => ({ status });
      await expect(create().get()).rejects.toMatchObject({ transient: true });
    },
  );

  it.each([
    ['an http address elsewhere', 'http://palette.example/token'],
    ['no address', 'token'],
    ["an address of another's site", 'https://evil.example/token'],
  ])('refuses %s as a discovered endpoint', async (_, token_endpoint) => {
    palette.hooks.discovery = document => ({ ...document, token_endpoint });
    await expect(create().get()).rejects.toMatchObject({
      reason: 'misconfigured',
    });
  });

  it('knows an endpoint on another host of the issuer’s own domain, and no userinfo elsewhere', async () => {
    const issuer = 'https://console.palette.example/t';
    const document = {
      issuer,
      authorization_endpoint: `${issuer}/auth`,
      token_endpoint: 'https://api.palette.example/token',
      jwks_uri: `${issuer}/keys`,
      userinfo_endpoint: 'https://evil.example/userinfo',
    };
    const { endpoints } = await create(
      { issuer, authorizationUrl: `${issuer}/auth` },
      async () => Response.json(document),
    ).get();
    expect(endpoints.token_endpoint).toBe(document.token_endpoint);
    expect(endpoints.userinfo_endpoint).toBeUndefined();
  });

  it('takes an address of another site where it is configured', async () => {
    const { endpoints } = await create({
      tokenUrl: 'https://elsewhere.example/token',
    }).get();
    expect(endpoints.token_endpoint).toBe('https://elsewhere.example/token');
  });

  describe('without a discovery document', () => {
    beforeEach(() => {
      palette.hooks.discovery = () => undefined;
    });

    it('derives the endpoints from the last path segment', async () => {
      const { endpoints, algorithms } = await create().get();
      expect(endpoints).toMatchObject({
        token_endpoint: `${palette.issuer}/token`,
        jwks_uri: `${palette.issuer}/keys`,
      });
      expect(algorithms).toEqual(['RS256']);
    });

    it('replaces nothing but the last path segment', async () => {
      const notFound = async () => new Response('{}', { status: 404 });
      const { endpoints } = await create(
        {
          issuer: 'https://auth.corp.example',
          authorizationUrl: 'https://auth.corp.example/auth?realm=auth',
        },
        notFound,
      ).get();
      expect(endpoints).toMatchObject({
        token_endpoint: 'https://auth.corp.example/token',
        jwks_uri: 'https://auth.corp.example/keys',
      });
    });

    it('names the keys to set where the last segment is another', async () => {
      await expect(
        create({ authorizationUrl: `${palette.issuer}/authorize` }).get(),
      ).rejects.toMatchObject({
        reason: 'misconfigured',
        cause: {
          message: expect.stringContaining(
            'set auth.providers.spectrocloud.development.tokenUrl',
          ),
        },
      });
    });
  });

  describe('with configured endpoints', () => {
    const configured = () => ({
      tokenUrl: `${palette.url}/t`,
      jwksUrl: `${palette.url}/k`,
    });
    const expected = () => ({
      issuer: palette.issuer,
      token_endpoint: `${palette.url}/t`,
      jwks_uri: `${palette.url}/k`,
    });

    it('takes them, and what else the document says', async () => {
      palette.hooks.discovery = document => ({
        ...document,
        id_token_signing_alg_values_supported: ['ES256'],
      });
      const { endpoints, algorithms } = await create(configured()).get();
      expect(endpoints).toMatchObject(expected());
      expect(algorithms).toEqual(['ES256']);
    });

    it.each<[string, { status: number; hang?: boolean }]>([
      ['is away', { status: 503 }],
      ['is missing', { status: 404 }],
      ['hangs', { status: 200, hang: true }],
    ])('does without the document where it %s', async (_, answer) => {
      palette.hooks.intercept = () => answer;
      const { endpoints } = await create({
        ...configured(),
        timeoutMs: 60_000,
      }).get();
      expect(endpoints).toMatchObject(expected());
    });

    it('does not let a document of another issuer get in the way', async () => {
      palette.hooks.discovery = document => ({
        ...document,
        issuer: 'https://x',
      });
      const { endpoints } = await create(configured()).get();
      expect(endpoints).toMatchObject(expected());
    });
  });

  it('never allows unsigned or symmetric ID tokens, whatever the document says', async () => {
    palette.hooks.discovery = document => ({
      ...document,
      id_token_signing_alg_values_supported: ['none', 'HS256', 'ES256'],
    });
    const { algorithms } = await create().get();
    expect(algorithms).toEqual(['ES256']);
  });
});
