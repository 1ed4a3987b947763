import { CapturedLogs } from './CapturedLogs';
import { TestBrowser } from './TestBrowser';
import { TestPalette } from './TestPalette';
import { type TestServer, startAuthBackend } from './startAuthBackend';

type Options = Omit<Parameters<typeof startAuthBackend>[0], 'palette' | 'logs'>;

/** A backend in front of a test provider. */
export interface AuthBackend {
  palette: TestPalette;
  server: TestServer;
  logs: CapturedLogs;
  /** A browser of its own, without cookies. */
  open(): TestBrowser;
}

/**
 * Starts a backend and a provider for all tests of a `describe`, and asserts
 * at the end that no line of its log contains a code, token, secret or handle.
 */
export function useAuthBackend(
  options: Options | ((palette: TestPalette) => Options) = {},
): AuthBackend {
  const browsers: TestBrowser[] = [];
  const backend = {
    logs: new CapturedLogs(),
    open: () => {
      const browser = TestBrowser.open(backend.server, backend.palette);
      browsers.push(browser);
      return browser;
    },
  } as AuthBackend;

  beforeAll(async () => {
    backend.palette = await TestPalette.start();
    const chosen =
      typeof options === 'function' ? options(backend.palette) : options;
    backend.server = await startAuthBackend({
      ...chosen,
      palette: backend.palette,
      logs: backend.logs,
    });
  });

  afterEach(() => {
    backend.palette.reset();
    for (const browser of browsers) {
      for (const value of browser.cookies().values()) {
        backend.palette.secrets.add(decodeURIComponent(value));
      }
    }
  });

  afterAll(async () => {
    await backend.palette.close();
    const secrets = [...backend.palette.secrets].filter(
      secret => secret.length > 8,
    );
    const leaks = backend.logs.lines.filter(line =>
      secrets.some(
        secret =>
          line.includes(secret) || line.includes(encodeURIComponent(secret)),
      ),
    );
    expect(leaks).toEqual([]);
  });

  return backend;
}
