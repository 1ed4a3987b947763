import {
  AuthenticationError,
  isError,
  NotAllowedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { fetch as undiciFetch, type Dispatcher } from 'undici';
import type { z } from 'zod';
import type { PaletteIdentity } from '../SpectroCloudTokenService';
import { fetchWhole } from '../toolbox/fetchWhole';
import { user, userInfo, userMe, userToken } from './paletteResponses';
import { PALETTE_USER_AGENT } from './userAgent';
import { withoutTracing } from './withoutTracing';

const DEFAULT_TIMEOUT_MS = 10_000;
const MAX_BODY_BYTES = 1_048_576;
/** What a Palette, or a gateway before it, answers where it doesn't know the undocumented path. */
const WITHOUT_USERS_ME = [400, 403, 404, 405, 410, 422, 501];
const MAX_TOKEN_CHARACTERS = 16_384;
/** What can stand in an HTTP header; anything else can't be a token and must not reach one. */
const TOKEN = /^[\x21-\x7e]+$/;

interface Call {
  /** Path for messages: never holds a token. */
  name: string;
  path: string;
  method?: 'GET' | 'POST';
  token?: string;
  body?: unknown;
}

interface Answer {
  status: number;
  body: string;
}

/** A call that has ended, as metrics tell it: nothing in it names a user or a token. @public */
export interface PaletteCall {
  /** The first two segments of its path, for which Palette limits requests. */
  prefix: string;
  /** HTTP status, `timeout`, or `error` when there was no answer. */
  status: string;
  /** How long it took. */
  seconds: number;
}

/** Options of {@link PaletteSessionApi.create}. @public */
export interface PaletteSessionApiOptions {
  /** Origin of Palette's API. */
  url: string;
  /** Connection pool, from `createPaletteDispatcher`. */
  dispatcher?: Dispatcher;
  /** Limit of each call, in milliseconds; 10 seconds by default. */
  timeoutMs?: number;
  /** Is told of each call once it has ended. */
  onCall?: (call: PaletteCall) => void;
  /** What calls are made with; for tests. */
  fetch?: typeof undiciFetch;
}

/**
 * The session endpoints of one Palette: whose a token is, renew it, revoke it.
 *
 * No error of it holds a token, an URL or Palette's own text.
 *
 * @public
 */
export class PaletteSessionApi {
  readonly #options: PaletteSessionApiOptions;

  private constructor(options: PaletteSessionApiOptions) {
    this.#options = options;
  }

  /** A client of one Palette. */
  static create(options: PaletteSessionApiOptions): PaletteSessionApi {
    return new PaletteSessionApi(options);
  }

  /**
   * Who Palette says the owner of a session token is.
   *
   * @throws `AuthenticationError` when Palette refuses the token.
   * @throws `NotAllowedError` when Palette denies even the documented ways to tell.
   * @throws `ServiceUnavailableError` when Palette can't be asked now.
   */
  async whoAmI(token: string): Promise<PaletteIdentity> {
    const me = await this.#call({
      name: '/v1/users/me',
      path: '/v1/users/me',
      token,
    });
    const parsed = me.status === 200 && parse(userMe, me.body);
    if (parsed) {
      return {
        tenantUid: parsed.status.tenant.tenantUid,
        tenantName: parsed.status.tenant.orgName,
        userUid: parsed.metadata.uid,
        email: parsed.spec?.emailId,
      };
    }
    if (me.status === 200 || WITHOUT_USERS_ME.includes(me.status)) {
      return this.#whoAmIDocumented(token);
    }
    throw toError('/v1/users/me', me.status);
  }

  /**
   * A new token of the same Palette session.
   *
   * @throws `AuthenticationError` when Palette refuses to renew it.
   * @throws `ServiceUnavailableError` when Palette can't be asked now; the token is then as good as before.
   */
  async renew(token: string): Promise<string> {
    const name = '/v1/auth/refresh/{token}';
    checkToken(token);
    const path = `/v1/auth/refresh/${encodeURIComponent(token)}?setCookie=false`;
    const { status, body } = await withoutTracing(() =>
      this.#call({ name, path }),
    );
    if (status === 400 || status === 403) {
      throw new AuthenticationError('Palette refused to renew the session');
    }
    const renewed =
      status === 200 ? parse(userToken, body)?.Authorization : undefined;
    if (renewed && isToken(renewed)) {
      return renewed;
    }
    throw toError(name, status);
  }

  /**
   * Revokes a token, and others of the same user.
   *
   * @throws when Palette doesn't confirm it, be it only because one of them is no token.
   */
  async revoke(token: string, ...others: string[]): Promise<void> {
    others.forEach(checkToken);
    const name = '/v1/users/auth/tokens/revoke';
    const { status } = await this.#call({
      name,
      path: name,
      method: 'POST',
      token,
      body: { tokens: [token, ...others] },
    });
    if (status < 200 || status > 299) {
      throw toError(name, status);
    }
  }

  /** For a Palette without the undocumented `/v1/users/me`. */
  async #whoAmIDocumented(token: string): Promise<PaletteIdentity> {
    const info = await this.#call({
      name: '/v1/users/info',
      path: '/v1/users/info',
      token,
    });
    const identity = info.status === 200 && parse(userInfo, info.body);
    if (!identity) {
      throw toError('/v1/users/info', info.status);
    }
    const { tenantUid, userUid, orgName } = identity;
    const details = await this.#call({
      name: '/v1/users/{uid}',
      path: `/v1/users/${encodeURIComponent(userUid)}`,
      token,
    });
    if (details.status === 401 || details.status >= 429) {
      throw toError('/v1/users/{uid}', details.status);
    }
    // A user who may not read their own record is known all the same, only without an e-mail.
    const email =
      details.status === 200
        ? parse(user, details.body)?.spec?.emailId
        : undefined;
    return { tenantUid, tenantName: orgName, userUid, email };
  }

  async #call({ name, path, method, token, body }: Call): Promise<Answer> {
    if (token !== undefined) {
      checkToken(token);
    }
    const { url, dispatcher, timeoutMs, fetch = undiciFetch } = this.#options;
    const startedAt = performance.now();
    let outcome = 'error';
    try {
      const { response, body: answer } = await fetchWhole(
        signal =>
          fetch(`${url}${path}`, {
            method: method ?? 'GET',
            headers: {
              accept: 'application/json',
              'user-agent': PALETTE_USER_AGENT,
              // No proxy may answer one session with the token of another.
              'cache-control': 'no-store',
              ...(token !== undefined && { authorization: token }),
              ...(body !== undefined && { 'content-type': 'application/json' }),
            },
            body: body === undefined ? undefined : JSON.stringify(body),
            // A redirect would carry the token to wherever it points.
            redirect: 'manual',
            signal,
            dispatcher,
          }),
        {
          timeoutMs: timeoutMs ?? DEFAULT_TIMEOUT_MS,
          maxBytes: MAX_BODY_BYTES,
        },
      );
      outcome = String(response.status);
      return { status: response.status, body: answer.toString('utf8') };
    } catch (error) {
      if (isError(error) && error.name === 'TimeoutError') {
        outcome = 'timeout';
      }
      throw new ServiceUnavailableError(
        `Palette did not answer ${name} (${reasonOf(error)})`,
      );
    } finally {
      this.#options.onCall?.({
        prefix: name.split('/').slice(0, 3).join('/'),
        status: outcome,
        seconds: (performance.now() - startedAt) / 1000,
      });
    }
  }
}

function isToken(token: string): boolean {
  return token.length <= MAX_TOKEN_CHARACTERS && TOKEN.test(token);
}

function checkToken(token: string): void {
  if (!isToken(token)) {
    throw new AuthenticationError('That is no Palette session token');
  }
}

/** Only well-known words of the failure: its message may hold the URL, which may hold the token. */
function reasonOf(error: unknown): string {
  const { name, code, cause } = error as {
    name?: string;
    code?: unknown;
    cause?: { code?: unknown };
  };
  const known = cause?.code ?? code;
  return typeof known === 'string' && /^[A-Z_]+$/.test(known)
    ? known
    : (name ?? 'unknown');
}

function toError(name: string, status: number): Error {
  if (status === 401) {
    return new AuthenticationError('Palette refused the session token');
  }
  if (status === 403) {
    return new NotAllowedError(`Palette denied ${name}`);
  }
  return new ServiceUnavailableError(
    `Palette answered ${name} with ${
      status === 200 ? 'something unexpected' : status
    }`,
  );
}

function parse<T>(schema: z.ZodType<T>, body: string): T | undefined {
  try {
    return schema.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
}
