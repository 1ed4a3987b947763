import request from 'supertest';
import { CapturedLogs } from '../__testUtils__/CapturedLogs';
import { readPopup } from '../__testUtils__/popup';
import { TestBrowser } from '../__testUtils__/TestBrowser';
import { TestPalette } from '../__testUtils__/TestPalette';
import {
  providerBlock,
  startAuthBackend,
} from '../__testUtils__/startAuthBackend';
import { useAuthBackend } from '../__testUtils__/useAuthBackend';

describe('environments', () => {
  const backend = useAuthBackend(palette => ({
    blocks: {
      staging: providerBlock(palette),
      lab: providerBlock(palette),
    },
    config: {
      spectrocloud: {
        environments: [
          { name: 'main', url: palette.url },
          { name: 'lab', url: palette.url, authEnvironment: 'lab' },
        ],
      },
    },
  }));

  it.each(['start', 'refresh', 'logout'] as const)(
    'answers 404 to %s of a block that is not served, whatever ?env= says',
    async route => {
      const response = await backend.open()[route]({ env: 'staging' });
      expect(response.status).toBe(404);
    },
  );

  it.each(['__proto__', 'constructor', 'toString', 'nowhere'])(
    'answers 404 to the environment %s',
    async env => {
      expect((await backend.open().start({ env })).status).toBe(404);
    },
  );

  it('answers 400 without an environment, and to a nested or repeated one', async () => {
    const { agent } = backend.open();
    for (const query of ['', 'env[toString]=x', 'env=lab&env=development']) {
      const response = await agent.get(`/api/auth/spectrocloud/start?${query}`);
      expect(response.status).toBe(400);
    }
  });

  it('does not sign in at a connect-only block, whatever its signIn says', async () => {
    const message = await backend.open().signIn({ env: 'lab' });
    expect(message.error?.message).toMatch(/Sign in to Backstage first/);
    expect(backend.palette.count('/token')).toBe(0);
  });

  it('does not let a login of one environment be finished as another', async () => {
    const browser = backend.open();
    const answer = await browser.authorize({ env: 'lab' });
    const { message } = await browser.answer(answer, parameters =>
      parameters.set('env', 'development'),
    );
    expect(message.error?.message).toMatch(/begun for another environment/);
  });

  it('warns at start of what is ignored and of shared callbacks', () => {
    expect(backend.logs.matching('lab.signIn is ignored')).toHaveLength(1);
  });
});

describe('start of the backend', () => {
  let palette: TestPalette;
  beforeAll(async () => {
    palette = await TestPalette.start();
  });
  afterAll(() => palette.close());

  it('leaves the provider out when spectrocloud is switched off, and says so once', async () => {
    const logs = new CapturedLogs();
    const server = await startAuthBackend({
      palette,
      logs,
      // A mistake that would be refused if it were read.
      block: { clientId: '' },
      config: { spectrocloud: { enabled: false } },
    });
    const response = await request(server).get(
      '/api/auth/spectrocloud/start?env=development',
    );
    expect(response.status).toBe(404);
    expect(logs.matching('spectrocloud.enabled: false')).toHaveLength(1);
  });

  it('fails with one sentence when the configuration is wrong', async () => {
    await expect(
      startAuthBackend({ palette, block: { clientSecret: '' } }),
    ).rejects.toThrow(
      /Configuration auth\.providers\.spectrocloud\.development\.clientSecret is missing; set it/,
    );
  });

  it('fails with one sentence when a resolver has wrong options', async () => {
    await expect(
      startAuthBackend({
        palette,
        block: {
          signIn: {
            resolvers: [
              {
                resolver: 'emailMatchingUserEntityProfileEmail',
                domains: ['x'],
              },
            ],
          },
        },
      }),
    ).rejects.toThrow(/signIn\.resolvers\[0\] has options/);
  });

  it('starts while Palette is down, and signs in once it is there', async () => {
    palette.hooks.intercept = () => ({ status: 503 });
    const server = await startAuthBackend({ palette });
    const browser = TestBrowser.open(server, palette);
    const refused = await browser.start({ origin: 'http://localhost:3000' });
    expect(refused.status).toBe(503);
    expect(refused.headers['retry-after']).toBe('5');
    expect(readPopup(refused.text).message.error?.message).toMatch(
      /can't be reached at the moment.*\(reference/,
    );
    const redirectUrl = 'http://localhost:3000/';
    const redirected = await browser.start({ flow: 'redirect', redirectUrl });
    expect(redirected.status).toBe(303);
    // There it would delay the redirect.
    expect(redirected.headers['retry-after']).toBeUndefined();
    palette.hooks.intercept = undefined;
    expect((await browser.signIn()).error).toBeUndefined();
  });
});
