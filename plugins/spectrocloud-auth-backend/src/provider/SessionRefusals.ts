import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  AuthenticationError,
  ServiceUnavailableError,
  isError,
} from '@backstage/errors';
import type { Request, Response } from 'express';
import { setRetryAfter } from '../retryAfter';
import type { SessionCookies } from './SessionCookies';
import { BackstageTokenRequiredError } from './errors';

/** The ways in which a session is refused; each prepares the response and returns the error to throw. */
export class SessionRefusals {
  readonly #cookies: SessionCookies;
  readonly #logger: LoggerService;
  readonly #environment: string;

  private constructor(options: SessionRefusalsOptions) {
    this.#cookies = options.cookies;
    this.#logger = options.logger;
    this.#environment = options.environment;
  }

  static create(options: SessionRefusalsOptions): SessionRefusals {
    return new SessionRefusals(options);
  }

  /** It has ended for good: 401, and the cookies are removed. */
  ended(
    req: Request,
    res: Response,
    message: string = 'Your Palette session has ended, sign in again',
  ): Error {
    this.#cookies.clear(req, res, 'the session has ended');
    return new AuthenticationError(message);
  }

  /** The browser itself began another one since the request left it: 503, and the cookies stay, since they are the other's. */
  replaced(res: Response): Error {
    setRetryAfter(res);
    return new ServiceUnavailableError(
      'This browser has a newer Palette session, try again',
    );
  }

  /** It can't be told now: 503, and nothing changes. */
  unavailable(res: Response, error: unknown): Error {
    setRetryAfter(res);
    this.#logger.warn(
      `A Palette session (environment ${this.#environment}) could not be refreshed for now: ${isError(error) ? error.name : 'unknown error'}`,
    );
    return new ServiceUnavailableError(
      'Your Palette session can’t be refreshed at the moment, try again in a few seconds',
    );
  }

  /** It is shown only to its user, who has not said who they are: 401, and nothing changes. */
  tokenRequired(res: Response): Error {
    res.setHeader('WWW-Authenticate', 'Bearer realm="backstage"');
    return new BackstageTokenRequiredError(
      'This Palette session is connected to a Backstage user; repeat the request with the Backstage token of that user',
    );
  }
}

/** What {@link SessionRefusals} needs. */
export interface SessionRefusalsOptions {
  cookies: SessionCookies;
  logger: LoggerService;
  environment: string;
}
