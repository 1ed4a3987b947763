import { hash } from 'node:crypto';
import type { CookieOptions, Request, Response } from 'express';
import { z } from 'zod';
import { cookieNames, readCookie } from '../readRequest';

const PREFIX = 'spectrocloud-login-';
/** Anything else has been planted, and can't even be cleared: it may be no cookie name. */
const NAME = new RegExp(`^${PREFIX}[\\w-]{43}$`);
const LIFETIME_MS = 10 * 60_000;
/** Every login's cookie travels with each request to this provider, so their number is bounded. */
const MAX_LOGINS = 8;

const loginSchema = z.object({
  environment: z.string(),
  issuer: z.string(),
  nonce: z.string(),
  codeVerifier: z.string(),
  /** One-time ticket of the Backstage user who connects Palette. */
  connectTicket: z.string().optional(),
  /** The Backstage user who asked for it, signed in by another provider: it may be nobody else's. */
  expectedUser: z.string().optional(),
  /** Whether a page of another site began it. */
  isForeign: z.boolean().optional(),
  expiresAt: z.number(),
});

/** What one login, begun in one tab, has to remember until its callback. */
export type Login = z.infer<typeof loginSchema>;

/** Seals text so that only this backend's replicas can open it, and only in the same context. */
export interface Sealer {
  seal(plaintext: string, context: string): string;
  open(envelope: string, context: string): string | undefined;
}

/** Which logins are rather kept. */
enum Worth {
  /** It can't be opened, or has expired. */
  None,
  OtherSite,
  OwnSite,
}

/** Names a login without giving its state away. */
export function hashState(state: string): string {
  return hash('sha256', state, 'base64url');
}

/**
 * Keeps what logins must remember in the browser that began them, sealed and
 * each in a cookie of its own: tabs don't disturb each other, any replica can
 * finish, and whoever only holds the callback's address can't.
 */
export class LoginCookies {
  readonly #sealer: Sealer;
  readonly #attributes: LoginCookiesOptions['attributes'];
  readonly #now: () => number;

  constructor(options: LoginCookiesOptions) {
    this.#sealer = options.sealer;
    this.#now = options.now ?? Date.now;
    this.#attributes = options.attributes;
  }

  /**
   * Remembers a login. Where there are too many, room is made by one that
   * can't be finished, else by one that a page of another site began, else by
   * the newest: whoever makes a browser begin others must not end the one that
   * its user is in.
   */
  add(
    req: Request,
    res: Response,
    state: string,
    login: Omit<Login, 'expiresAt' | 'isForeign'>,
  ): void {
    const isForeign = req.headers['sec-fetch-site'] === 'cross-site';
    const others = this.#hashesOf(req)
      .map(stateHash =>
        this.#weigh(stateHash, this.#open(req, stateHash) ?? login),
      )
      .sort((one, other) => other.worth - one.worth || one.until - other.until);
    const surplus = others.slice(MAX_LOGINS - 1);
    if (isForeign && surplus.some(({ worth }) => worth === Worth.OwnSite)) {
      return;
    }
    for (const { stateHash, environment } of surplus) {
      res.clearCookie(`${PREFIX}${stateHash}`, this.#options(environment));
    }
    const ownHash = hashState(state);
    const sealed = this.#sealer.seal(
      JSON.stringify({
        ...login,
        isForeign,
        expiresAt: this.#now() + LIFETIME_MS,
      }),
      `login:${ownHash}`,
    );
    res.cookie(`${PREFIX}${ownHash}`, sealed, {
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

  #weigh(stateHash: string, login: Partial<Login> & { environment: string }) {
    const { environment, isForeign, expiresAt: until = 0 } = login;
    const alive = isForeign ? Worth.OtherSite : Worth.OwnSite;
    const worth = until > this.#now() ? alive : Worth.None;
    return { stateHash, environment, until, worth };
  }

  #options(environment: string): CookieOptions {
    // A login may have begun before its environment was taken out of the configuration.
    const [otherwise] = this.#attributes.values();
    const { path, secure } = this.#attributes.get(environment) ?? otherwise;
    return {
      path,
      secure,
      httpOnly: true,
      // Start and callback are navigations of the popup itself, also across sites.
      sameSite: 'lax',
    };
  }

  #hashesOf(req: Request): string[] {
    const names = cookieNames(req).filter(name => NAME.test(name));
    return [...new Set(names)].map(name => name.slice(PREFIX.length));
  }

  #open(req: Request, stateHash: string): Login | undefined {
    const sealed = readCookie(req, `${PREFIX}${stateHash}`);
    const opened =
      sealed === undefined
        ? undefined
        : this.#sealer.open(sealed, `login:${stateHash}`);
    return opened === undefined
      ? undefined
      : loginSchema.safeParse(JSON.parse(opened)).data;
  }
}

/** What {@link LoginCookies} needs. */
export interface LoginCookiesOptions {
  sealer: Sealer;
  /** Where the routes are, as the browser sees them, by environment; at least one. */
  attributes: ReadonlyMap<string, { path: string; secure: boolean }>;
  now?: () => number;
}
