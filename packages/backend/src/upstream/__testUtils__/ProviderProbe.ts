import { CookieJar } from '../../__testUtils__/CookieJar';

const APP_ORIGIN = 'http://localhost:3000';
const USER = 'ada.admin@spectro.example';

/** What a browser and the app see of one answer, without what differs by chance or by the provider's name. */
export type Observation = Record<string, unknown>;

function roundToMinute(seconds: string): number {
  return Math.round(Number(seconds) / 60) * 60;
}

/** Names of all members that a value has, at every depth. */
function shapeOf(value: unknown, path = ''): string[] {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value)
        .flatMap(([name, member]) =>
          shapeOf(member, path ? `${path}.${name}` : name),
        )
        .sort()
    : [path];
}

/** What the popup's page posts, and to whom. */
function readPosted(html: string): Observation | undefined {
  const [, data] =
    /authResponse = decodeURIComponent\('([^']*)'\)/.exec(html) ?? [];
  const [, origin] =
    /origin = decodeURIComponent\('([^']*)'\)/.exec(html) ?? [];
  if (data === undefined || origin === undefined) {
    return undefined;
  }
  const message = JSON.parse(decodeURIComponent(data));
  return {
    'posted to': decodeURIComponent(origin),
    posted: shapeOf(message).join(' '),
    'posted error': message.error?.name,
  };
}

/** One provider of a backend, asked by a browser without a window. */
export class ProviderProbe {
  readonly jar = new CookieJar();
  readonly #backendUrl: string;
  readonly #paletteUrl: string;
  readonly #provider: string;

  constructor(options: {
    backendUrl: string;
    paletteUrl: string;
    provider: string;
  }) {
    this.#backendUrl = options.backendUrl;
    this.#paletteUrl = options.paletteUrl;
    this.#provider = options.provider;
  }

  async request(
    route: string,
    options: {
      query?: Record<string, string>;
      headers?: Record<string, string>;
      method?: string;
    } = {},
  ): Promise<Response> {
    const url = new URL(
      `${this.#backendUrl}/api/auth/${this.#provider}/${route}`,
    );
    url.search = new URLSearchParams(options.query).toString();
    return this.fetch(url, options);
  }

  async fetch(url: URL, init: RequestInit = {}): Promise<Response> {
    const cookie = this.jar.header(url);
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { ...(init.headers as object), ...(cookie && { cookie }) },
    });
    this.jar.store(url, response.headers);
    return response;
  }

  start(query: Record<string, string> = {}): Promise<Response> {
    return this.request('start', {
      query: { env: 'development', origin: APP_ORIGIN, ...query },
    });
  }

  /** Up to Palette's redirect: the address of the callback. */
  async authorize(
    query: Record<string, string> = {},
    toPalette: Record<string, string> = { login_hint: USER },
  ): Promise<URL> {
    const started = await this.start(query);
    const authorization = new URL(started.headers.get('location')!);
    for (const [name, value] of Object.entries(toPalette)) {
      authorization.searchParams.set(name, value);
    }
    const answered = await fetch(authorization, { redirect: 'manual' });
    return new URL(answered.headers.get('location')!);
  }

  async signIn(): Promise<Response> {
    return this.fetch(await this.authorize());
  }

  /** A request as scripts of the app send it. */
  script(
    route: 'refresh' | 'logout',
    options: {
      query?: Record<string, string>;
      headers?: Record<string, string>;
    } = {},
  ): Promise<Response> {
    return this.request(route, {
      method: route === 'logout' ? 'POST' : 'GET',
      query: options.query ?? { env: 'development' },
      headers: options.headers ?? { 'X-Requested-With': 'XMLHttpRequest' },
    });
  }

  /** Everything of an answer that a browser or the app goes by. */
  async observe(response: Response): Promise<Observation> {
    const { headers, status } = response;
    const text = await response.text();
    const isJson = headers.get('content-type')?.includes('json') ?? false;
    const body = isJson ? JSON.parse(text) : undefined;
    return {
      status,
      'content-type': headers.get('content-type')?.split(';')[0],
      'cache-control': headers.get('cache-control') ?? undefined,
      'referrer-policy': headers.get('referrer-policy') ?? undefined,
      location: this.#locationOf(headers.get('location')),
      ...this.#cookiesOf(headers.getSetCookie()),
      body: body && !body.error ? shapeOf(body).join(' ') : undefined,
      error: body?.error?.name,
      ...readPosted(text),
    };
  }

  #locationOf(location: string | null): string | undefined {
    if (!location) {
      return undefined;
    }
    const { origin, pathname, searchParams } = new URL(location);
    const site = origin === this.#paletteUrl ? 'Palette' : origin;
    const names = [...new Set(searchParams.keys())].sort().join(' ');
    return `${site}${pathname}${names && ` ? ${names}`}`;
  }

  /** Each cookie by its name and where it is for; the value is what else its line says. */
  #cookiesOf(lines: string[]): Observation {
    return Object.fromEntries(
      lines.map(line => {
        const [pair, ...attributes] = line.split('; ');
        const name = pair
          .split('=')[0]
          .replace(/^spectrocloud-login-.*/, '<provider>-login')
          .replace(/^(oidc|spectrocloud)-(?!api)/, '<provider>-');
        const isSet = !pair.endsWith('=');
        const isPlace = (attribute: string) =>
          /^(path|domain)=/i.test(attribute);
        const spoken = attributes
          .filter(attribute => !/^(expires|max-age=0)/i.test(attribute))
          .map(attribute =>
            attribute
              .replace(`/api/auth/${this.#provider}`, '<provider>')
              // The session token is a moment old by then.
              .replace(/\d+$/, seconds => String(roundToMinute(seconds))),
          )
          .sort();
        const place = spoken.filter(isPlace).join('; ');
        return [
          `${isSet ? 'sets' : 'clears'} ${name} (${place})`,
          spoken.filter(attribute => !isPlace(attribute)).join('; '),
        ];
      }),
    );
  }
}
