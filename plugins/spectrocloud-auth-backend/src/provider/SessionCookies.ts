import type { LoggerService } from '@backstage/backend-plugin-api';
import { parseSetCookie } from 'cookie';
import type { Request, Response } from 'express';
import type { EnvironmentConfig } from '../config/EnvironmentConfig';
import { cookieNames } from '../requestCookies';
import { clearApiTokenCookie } from '../session';
import type { CookieAttributes } from './cookieAttributes';
import {
  apiTokenCookie,
  formerCookies,
  handleCookie,
  sealedSessionCookie,
} from './cookieNames';
import { readFormerSealed, readHandle, readSealed } from './readSessionCookies';

/** Where earlier versions put the sealed API token. */
const EVERY_PATH = '/';

/** The cookies of a browser's session in one environment. */
export class SessionCookies {
  readonly #options: SessionCookiesOptions;

  private constructor(options: SessionCookiesOptions) {
    this.#options = options;
  }

  static create(options: SessionCookiesOptions): SessionCookies {
    return new SessionCookies(options);
  }

  /** The opaque handle. */
  handle(req: Request): string | undefined {
    return readHandle(req, this.#options.environment);
  }

  /** The sealed API token. */
  sealed(req: Request): string | undefined {
    return readSealed(req, this.#options.environment);
  }

  /** The sealed API token of an earlier version, which is to be replaced. */
  formerSealed(req: Request): string | undefined {
    return readFormerSealed(req, this.#options.environment);
  }

  /** Sends the sealed API token to the spectrocloud plugin's path, and a copy to the provider's. */
  setSealed(res: Response, setCookie: string | undefined): void {
    if (setCookie === undefined) {
      return;
    }
    const { environment } = this.#options;
    const { value = '' } = parseSetCookie(setCookie);
    res.append('Set-Cookie', setCookie);
    res.cookie(sealedSessionCookie(environment), value, this.#lasting());
  }

  /** Gives the handle its present name, and shows the framework this cookie alone. */
  setHandle(req: Request, res: Response, handle: string): void {
    const name = handleCookie(this.#options.environment);
    if (!cookieNames(req).includes(name)) {
      res.cookie(name, handle, this.#lasting());
    }
    req.cookies = { [name]: handle };
  }

  /** Removes what earlier versions left in the browser. */
  removeFormer(req: Request, res: Response): void {
    const { cookies, environment } = this.#options;
    const { handle, others } = formerCookies(environment);
    const sent = cookieNames(req);
    for (const name of [handle ?? [], others].flat()) {
      if (sent.includes(name)) {
        res.clearCookie(name, { ...cookies, httpOnly: true });
      }
    }
    this.#clearApiToken(res, EVERY_PATH);
  }

  /** Removes them all. */
  clear(req: Request, res: Response, why: string): void {
    const { apiTokenPath, environment, cookies, logger } = this.#options;
    for (const name of [handleCookie, sealedSessionCookie]) {
      res.clearCookie(name(environment), { ...cookies, httpOnly: true });
    }
    this.#clearApiToken(res, apiTokenPath);
    this.removeFormer(req, res);
    logger.debug(
      `Cookies cleared (${environment.key}), since ${why}: session handle, sealed API token`,
    );
  }

  #lasting() {
    const { cookies, environment } = this.#options;
    const maxAge = environment.sessionDurationMs;
    return { ...cookies, httpOnly: true, maxAge };
  }

  #clearApiToken(res: Response, apiTokenPath: string): void {
    const { environment, cookies } = this.#options;
    res.append(
      'Set-Cookie',
      clearApiTokenCookie({
        ...cookies,
        apiTokenName: apiTokenCookie(environment),
        apiTokenPath,
        domain: environment.cookieDomain,
      }),
    );
  }
}

/** What {@link SessionCookies} needs. */
export interface SessionCookiesOptions {
  environment: EnvironmentConfig;
  cookies: CookieAttributes;
  /** Where the spectrocloud plugin is, as the browser sees it. */
  apiTokenPath: string;
  logger: LoggerService;
}
