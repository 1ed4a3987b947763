import request from 'supertest';
import type { TestPalette } from './TestPalette';
import { readPopup } from './popup';
import type { TestServer } from './startAuthBackend';

/** A browser that keeps its cookies, in front of the backend and the test provider. */
export class TestBrowser {
  readonly agent: ReturnType<typeof request.agent>;
  readonly #palette: TestPalette;

  private constructor(server: TestServer, palette: TestPalette) {
    this.agent = request.agent(server);
    this.#palette = palette;
  }

  static open(server: TestServer, palette: TestPalette): TestBrowser {
    return new TestBrowser(server, palette);
  }

  /** Values of the browser's cookies for the provider's routes, by name. */
  cookies(path = '/api/auth/spectrocloud/handler/frame'): Map<string, string> {
    const cookies = this.agent.jar.getCookies({
      domain: '127.0.0.1',
      path,
      secure: false,
      script: false,
    });
    return new Map(cookies.map(({ name, value }) => [name, value]));
  }

  start(query: Record<string, string> = {}) {
    return this.agent
      .get('/api/auth/spectrocloud/start')
      .query({ env: 'development', ...query });
  }

  /** Starts a login and signs in at the provider; the address of the callback is answered. */
  async authorize(
    query: Record<string, string> = {},
    code?: string,
  ): Promise<URL> {
    const started = await this.start(query);
    return this.#palette.authorize(started.headers.location, code);
  }

  callback(answer: URL) {
    return this.agent.get(`${answer.pathname}${answer.search}`);
  }

  /** Answers a callback with parameters of the test's own; what the popup told the app. */
  async answer(
    answer: URL,
    change: (parameters: URLSearchParams) => void = () => {},
  ) {
    change(answer.searchParams);
    const response = await this.callback(answer);
    return { response, ...readPopup(response.text) };
  }

  /** A whole sign-in; what the popup told the app. */
  async signIn(query: Record<string, string> = {}, code?: string) {
    const { message } = await this.answer(await this.authorize(query, code));
    return message;
  }

  refresh(query: Record<string, string> = {}) {
    return this.agent
      .get('/api/auth/spectrocloud/refresh')
      .query({ env: 'development', ...query })
      .set('X-Requested-With', 'XMLHttpRequest');
  }

  logout(query: Record<string, string> = {}) {
    return this.agent
      .post('/api/auth/spectrocloud/logout')
      .query({ env: 'development', ...query })
      .set('X-Requested-With', 'XMLHttpRequest');
  }
}
