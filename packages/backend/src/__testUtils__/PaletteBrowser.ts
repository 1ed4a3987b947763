import { CookieJar } from './CookieJar';
import type { SecretWatch } from './SecretWatch';

const APP_ORIGIN = 'http://localhost:3000';
/** A user would not wait longer for Palette's own page. */
const PALETTE_PATIENCE_MS = 15_000;

/** What the popup or `/refresh` answers. */
export interface AuthAnswer {
  providerInfo: {
    accessToken: string;
    idToken?: string;
    scope: string;
    expiresInSeconds?: number;
  };
  profile: { email?: string; displayName?: string; picture?: string };
  backstageIdentity?: {
    token: string;
    expiresInSeconds?: number;
    identity: { userEntityRef: string };
  };
}

/** Which browser, and whom it trusts. */
export interface PaletteBrowserOptions {
  environment?: string;
  /** Id of the sign-in provider; Palette's by default. */
  provider?: string;
  /** Of the same browser, where another environment is signed in to. */
  cookies?: CookieJar;
  /** For a Palette with an authority of its own; Node's by default. */
  fetch?: typeof fetch;
}

/** A browser without a window: cookies, redirects, and the popup's message. */
export class PaletteBrowser {
  readonly cookies: CookieJar;
  readonly #backendUrl: string;
  readonly #secrets: SecretWatch;
  readonly #environment: string;
  readonly #providerPath: string;
  readonly #fetch: typeof fetch;
  #backstageToken?: string;

  constructor(
    backend: { baseUrl: string; secrets: SecretWatch },
    options: PaletteBrowserOptions = {},
  ) {
    this.cookies = options.cookies ?? new CookieJar();
    this.#backendUrl = backend.baseUrl;
    this.#secrets = backend.secrets;
    this.#environment = options.environment ?? 'development';
    this.#providerPath = `/api/auth/${options.provider ?? 'spectrocloud'}`;
    this.#fetch = options.fetch ?? fetch;
  }

  /** The Backstage token of the last sign-in or refresh. */
  get backstageToken(): string | undefined {
    return this.#backstageToken;
  }

  /** Goes on as a user whom another provider signed in to Backstage. */
  useBackstageToken(token: string): void {
    this.#backstageToken = token;
    this.#secrets.add(token);
  }

  /** Fetches a connect ticket into this browser, as the front end does before it opens the popup. */
  async fetchConnectTicket(): Promise<Response> {
    return this.fetch(`${this.#providerPath}/connect-ticket`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ environment: this.#environment }),
    });
  }

  /** Signs in through the popup flow. Throws what the popup would show. */
  async signIn(email: string): Promise<AuthAnswer> {
    const callback = await this.authorize(email);
    return this.finish(callback);
  }

  /** Begins a sign-in. Returns the authorization request, for a provider that has a log-in page. */
  async start(): Promise<URL> {
    const start = new URL(`${this.#backendUrl}${this.#providerPath}/start`);
    start.searchParams.set('env', this.#environment);
    start.searchParams.set('origin', APP_ORIGIN);
    start.searchParams.set('flow', 'popup');
    start.searchParams.set('scope', 'openid profile email');
    const toPalette = await this.fetchUrl(start);
    return new URL(location(toPalette));
  }

  /** The first half of a sign-in: up to Palette's redirect. Returns the callback URL with code and state. */
  async authorize(email: string): Promise<URL> {
    const authorization = await this.start();
    authorization.searchParams.set('login_hint', email);
    // Palette has a cookie jar of its own; none of ours goes there.
    const fromPalette = await this.#fetch(authorization, {
      redirect: 'manual',
      signal: AbortSignal.timeout(PALETTE_PATIENCE_MS),
    });
    const callback = new URL(location(fromPalette));
    this.#secrets.add(
      callback.searchParams.get('code'),
      callback.searchParams.get('state'),
    );
    return callback;
  }

  /** The second half of a sign-in: the callback, and what it posts to the app. */
  async finish(callback: URL): Promise<AuthAnswer> {
    const response = await this.fetchUrl(callback);
    const html = await response.text();
    const encoded = /authResponse = decodeURIComponent\('([^']*)'\)/.exec(html);
    if (!encoded) {
      throw new Error(`The callback answered ${response.status}: ${html}`);
    }
    const message = JSON.parse(decodeURIComponent(encoded[1]));
    if (message.error) {
      throw Object.assign(new Error(message.error.message), {
        name: message.error.name,
      });
    }
    return this.#remember(message.response);
  }

  /** What the app does at its start and when its tokens run out. */
  async refresh(options?: { authenticated?: boolean }): Promise<Response> {
    const url = new URL(`${this.#backendUrl}${this.#providerPath}/refresh`);
    url.searchParams.set('env', this.#environment);
    url.searchParams.set('optional', 'true');
    const response = await this.fetchUrl(url, {
      headers: {
        'X-Requested-With': 'XMLHttpRequest',
        ...(options?.authenticated ? this.#authorization() : {}),
      },
    });
    if (response.ok) {
      this.#remember(await response.clone().json());
    }
    return response;
  }

  /** Signs this browser out. */
  async signOut(): Promise<Response> {
    const url = new URL(`${this.#backendUrl}${this.#providerPath}/logout`);
    url.searchParams.set('env', this.#environment);
    const response = await this.fetchUrl(url, {
      method: 'POST',
      headers: { 'X-Requested-With': 'XMLHttpRequest', Origin: APP_ORIGIN },
    });
    this.#backstageToken = undefined;
    return response;
  }

  /** A call of the app to the back end: cookies and the Backstage token. */
  async fetch(path: string, init?: RequestInit): Promise<Response> {
    return this.fetchUrl(new URL(path, this.#backendUrl), {
      ...init,
      headers: {
        ...this.#authorization(),
        ...(init?.headers as Record<string, string> | undefined),
      },
    });
  }

  /** A call with the cookies only. */
  async fetchUrl(url: URL, init?: RequestInit): Promise<Response> {
    const cookie = this.cookies.header(url);
    const response = await this.#fetch(url, {
      ...init,
      redirect: 'manual',
      headers: {
        ...(init?.headers as Record<string, string> | undefined),
        ...(cookie ? { Cookie: cookie } : {}),
      },
    });
    this.cookies.store(url, response.headers);
    this.#secrets.add(...this.cookies.values());
    return response;
  }

  #authorization(): Record<string, string> {
    return this.#backstageToken
      ? { Authorization: `Bearer ${this.#backstageToken}` }
      : {};
  }

  #remember(answer: AuthAnswer): AuthAnswer {
    // A connected session brings no Backstage identity; the one there is stays.
    this.#backstageToken =
      answer.backstageIdentity?.token ?? this.#backstageToken;
    this.#secrets.add(
      answer.backstageIdentity?.token,
      answer.providerInfo.idToken,
      answer.providerInfo.accessToken,
    );
    return answer;
  }
}

function location(response: Response): string {
  const target = response.headers.get('location');
  if (!target) {
    throw new Error(
      `Expected a redirect from ${response.url}, got ${response.status}`,
    );
  }
  return target;
}
