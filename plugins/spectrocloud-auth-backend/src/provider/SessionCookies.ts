import { parseSetCookie } from 'cookie';
import type { CookieOptions, Request, Response } from 'express';
import { cookieNames, readCookie } from '../readRequest';
import type { SessionCookieSettings } from './sessionCookieSettings';

const HANDLE = /^[A-Za-z0-9_-]{43}$/;
/** Where earlier versions put the sealed API token. */
const EVERY_PATH = '/';

/** `None` only where app and backend are on different hosts, which needs https. */
export function sameSiteOf(
  { hostname, secure }: { hostname: string; secure: boolean },
  appOrigin: string,
): 'lax' | 'none' {
  const isSameHost =
    URL.canParse(appOrigin) && new URL(appOrigin).hostname === hostname;
  return secure && !isSameHost ? 'none' : 'lax';
}

/**
 * The opaque handle of the browser's session; anything else in its place is as good as none.
 * Its former name counts only where the browser has none of the present one,
 * which nobody can plant over plain http.
 */
export function readHandle(
  req: Request,
  { handleName, formerHandleName }: SessionCookieSettings,
): string | undefined {
  const name =
    formerHandleName === undefined || cookieNames(req).includes(handleName)
      ? handleName
      : formerHandleName;
  const value = readCookie(req, name);
  return value !== undefined && HANDLE.test(value) ? value : undefined;
}

/** The cookies of a browser's session in one environment, as a request brings and its response changes them. */
export class SessionCookies {
  readonly #settings: SessionCookieSettings;
  readonly #req: Request;
  readonly #res: Response;
  readonly #attributes: CookieOptions & { sameSite: 'lax' | 'none' };

  /** @param appOrigin - where the app is that gets the response */
  constructor(
    settings: SessionCookieSettings,
    { req, res, appOrigin }: { req: Request; res: Response; appOrigin: string },
  ) {
    const { path, secure } = settings;
    this.#settings = settings;
    this.#req = req;
    this.#res = res;
    this.#attributes = {
      path,
      secure,
      httpOnly: true,
      sameSite: sameSiteOf(settings, appOrigin),
    };
  }

  /** The opaque handle. */
  get handle(): string | undefined {
    return readHandle(this.#req, this.#settings);
  }

  /** The sealed session token that belongs to the provider's routes. */
  get sealed(): string | undefined {
    return readCookie(this.#req, this.#settings.sealedName);
  }

  /** The sealed session token as earlier versions sent it to every path. */
  get formerSealed(): string | undefined {
    return readCookie(this.#req, this.#settings.apiTokenName);
  }

  setHandle(handle: string): void {
    const { handleName, maxAgeMs: maxAge } = this.#settings;
    this.#res.cookie(handleName, handle, { ...this.#attributes, maxAge });
  }

  /** Gives the handle its present name, where the browser sent it under its former one. */
  renameHandle(handle: string): void {
    if (!cookieNames(this.#req).includes(this.#settings.handleName)) {
      this.setHandle(handle);
    }
  }

  /**
   * Sends the sealed session token to the provider's path. The spectrocloud plugin's copy
   * comes with its first answer: both at once would be more than a proxy's buffer takes.
   */
  setSealed(setCookie: string | undefined): void {
    if (setCookie === undefined) {
      return;
    }
    const { sealedName, maxAgeMs: maxAge } = this.#settings;
    const { value = '' } = parseSetCookie(setCookie);
    this.#res.cookie(sealedName, value, { ...this.#attributes, maxAge });
  }

  /** Removes what earlier versions left in the browser. */
  removeFormer(): void {
    const sent = cookieNames(this.#req);
    for (const name of this.#settings.formerNames) {
      if (sent.includes(name)) {
        this.#res.clearCookie(name, this.#attributes);
      }
    }
    this.#clearApiToken(EVERY_PATH);
  }

  /** Removes them all. */
  clear(): void {
    const { apiTokenPath, handleName, sealedName } = this.#settings;
    this.#res.clearCookie(handleName, this.#attributes);
    this.#res.clearCookie(sealedName, this.#attributes);
    this.#clearApiToken(apiTokenPath);
    this.removeFormer();
  }

  #clearApiToken(path: string): void {
    const { apiTokenName, apiTokenDomain: domain } = this.#settings;
    this.#res.clearCookie(apiTokenName, { ...this.#attributes, path, domain });
  }
}
