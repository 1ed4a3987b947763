import { CookieJar } from 'tough-cookie';

const APP_ORIGIN = 'http://localhost:3000';
const MESSAGE = /authResponse = decodeURIComponent\('([^']*)'\)/;

/** A browser without a window: cookies, redirects, and the popup's message. */
export class Browser {
  readonly #backendUrl: string;
  readonly #jar = new CookieJar(undefined, { rejectPublicSuffixes: false });
  #token?: string;

  constructor(backendUrl: string) {
    this.#backendUrl = backendUrl;
  }

  /** Signs in through the popup flow of a provider. @throws what the popup would show. */
  async signIn(email: string, provider = 'spectrocloud'): Promise<void> {
    const start = new URL(`${this.#backendUrl}/api/auth/${provider}/start`);
    start.search = new URLSearchParams({
      env: 'production',
      origin: APP_ORIGIN,
      flow: 'popup',
      scope: 'openid profile email',
    }).toString();
    const authorization = new URL(await this.#redirect(start));
    authorization.searchParams.set('login_hint', email);
    // Palette has a cookie jar of its own; none of ours goes there.
    const atPalette = await fetch(authorization, { redirect: 'manual' });
    await atPalette.arrayBuffer();
    const callback = new URL(locationOf(atPalette));
    const page = await this.#fetch(callback);
    const message = MESSAGE.exec(await page.text());
    if (!message) throw new Error(`The callback answered ${page.status}`);
    const { error, response } = JSON.parse(decodeURIComponent(message[1]));
    if (error) throw new Error(`${error.name}: ${error.message}`);
    this.#token = response.backstageIdentity.token;
  }

  /** Headers of a call of the app to a path of the backend. */
  async headers(path: string): Promise<Record<string, string>> {
    return {
      authorization: `Bearer ${this.#token}`,
      cookie: await this.#jar.getCookieString(`${this.#backendUrl}${path}`),
    };
  }

  async #redirect(url: URL): Promise<string> {
    const response = await this.#fetch(url);
    await response.arrayBuffer();
    return locationOf(response);
  }

  async #fetch(url: URL): Promise<Response> {
    const cookie = await this.#jar.getCookieString(url.href);
    const response = await fetch(url, {
      redirect: 'manual',
      headers: cookie ? { cookie } : {},
    });
    for (const header of response.headers.getSetCookie()) {
      await this.#jar.setCookie(header, url.href);
    }
    return response;
  }
}

function locationOf(response: Response): string {
  const location = response.headers.get('location');
  if (!location) {
    throw new Error(`Expected a redirect, got ${response.status}`);
  }
  return location;
}
