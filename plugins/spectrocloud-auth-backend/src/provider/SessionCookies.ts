import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Request, Response } from 'express';
import type { EnvironmentConfig } from '../config/EnvironmentConfig';
import { clearApiTokenCookie } from '../session';
import type { CookieAttributes } from './cookieAttributes';
import { apiTokenCookie, clearSessionCookies, readHandle } from './cookieNames';

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
    const value: unknown =
      req.cookies?.[apiTokenCookie(this.#options.environment)];
    return typeof value === 'string' ? value : undefined;
  }

  /** Removes them all. */
  clear(res: Response, why: string): void {
    const { environment, cookies, logger } = this.#options;
    clearSessionCookies(res, environment, cookies);
    res.append(
      'Set-Cookie',
      clearApiTokenCookie({
        ...cookies,
        apiTokenName: apiTokenCookie(environment),
        domain: environment.cookieDomain,
      }),
    );
    logger.debug(
      `Cookies cleared (${environment.key}), since ${why}: session handle, granted scope, sealed API token`,
    );
  }
}

/** What {@link SessionCookies} needs. */
export interface SessionCookiesOptions {
  environment: EnvironmentConfig;
  cookies: CookieAttributes;
  logger: LoggerService;
}
