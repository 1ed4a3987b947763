import type { CookieOptions, Request, Response } from 'express';
import { z } from 'zod';
import { sha256 } from '../sha256';

const PREFIX = 'spectrocloud-login-';
const LIFETIME_MS = 10 * 60_000;
/** Every login's cookie travels with each request to this provider, so their number is bounded. */
const MAX_LOGINS = 8;

const loginSchema = z.object({
  environment: z.string(),
  issuer: z.string(),
  nonce: z.string(),
  codeVerifier: z.string(),
  /** The framework's own nonce of this login, which it would otherwise keep in a cookie shared by all logins. */
  frameworkNonce: z.string(),
  /** One-time ticket of the Backstage user who connects Palette. */
  connectTicket: z.string().optional(),
  expiresAt: z.number(),
});

/** What one login, begun in one tab, has to remember until its callback. */
export type Login = z.infer<typeof loginSchema>;

/** Seals text so that only this backend's replicas can open it, and only in the same context. */
export interface Sealer {
  seal(plaintext: string, context: string): string;
  open(envelope: string, context: string): string | undefined;
}

/** Names a login without giving its state away. */
export function hashState(state: string): string {
  return sha256(state);
}

/**
 * Keeps what logins must remember in the browser that began them, sealed and
 * each in a cookie of its own: tabs don't disturb each other, any replica can
 * finish, and whoever only holds the callback's address can't.
 */
export class LoginCookies {
  readonly #sealer: Sealer;
  readonly #attributesOf: LoginCookiesOptions['attributesOf'];
  readonly #now: () => number;

  private constructor(options: LoginCookiesOptions) {
    this.#sealer = options.sealer;
    this.#now = options.now ?? Date.now;
    this.#attributesOf = options.attributesOf;
  }

  static create(options: LoginCookiesOptions): LoginCookies {
    return new LoginCookies(options);
  }

  /** Remembers a login; the oldest makes room where there are too many. */
  add(
    req: Request,
    res: Response,
    state: string,
    login: Omit<Login, 'expiresAt'>,
  ): void {
    const others = this.#hashesOf(req)
      .map(hash => {
        const { environment, expiresAt } = this.#open(req, hash) ?? {
          ...login,
          expiresAt: 0,
        };
        return { hash, environment, expiresAt };
      })
      .sort((one, other) => other.expiresAt - one.expiresAt);
    for (const { hash, environment } of others.slice(MAX_LOGINS - 1)) {
      res.clearCookie(`${PREFIX}${hash}`, this.#options(environment));
    }
    const hash = hashState(state);
    const sealed = this.#sealer.seal(
      JSON.stringify({ ...login, expiresAt: this.#now() + LIFETIME_MS }),
      `login:${hash}`,
    );
    res.cookie(`${PREFIX}${hash}`, sealed, {
      ...this.#options(login.environment),
      maxAge: LIFETIME_MS,
    });
  }

  /** The login that this state belongs to, if this browser began it less than ten minutes ago. */
  find(req: Request, state: string): Login | undefined {
    const login = this.#open(req, hashState(state));
    return login && login.expiresAt > this.#now() ? login : undefined;
  }

  remove(res: Response, state: string, { environment }: Login): void {
    const name = `${PREFIX}${hashState(state)}`;
    res.clearCookie(name, this.#options(environment));
  }

  #options(environment: string): CookieOptions {
    return {
      ...this.#attributesOf(environment),
      httpOnly: true,
      // Start and callback are navigations of the popup itself, also across sites.
      sameSite: 'lax',
    };
  }

  #hashesOf(req: Request): string[] {
    return Object.keys(req.cookies ?? {})
      .filter(name => name.startsWith(PREFIX))
      .map(name => name.slice(PREFIX.length));
  }

  #open(req: Request, hash: string): Login | undefined {
    // cookie-parser turns some values into objects.
    const sealed: unknown = req.cookies?.[`${PREFIX}${hash}`];
    const opened =
      typeof sealed === 'string'
        ? this.#sealer.open(sealed, `login:${hash}`)
        : undefined;
    return opened === undefined
      ? undefined
      : loginSchema.safeParse(JSON.parse(opened)).data;
  }
}

/** What {@link LoginCookies} needs. */
export interface LoginCookiesOptions {
  sealer: Sealer;
  /** Where an environment's routes are, as the browser sees them. */
  attributesOf(environment: string): { path: string; secure: boolean };
  now?: () => number;
}
