import {
  AuthenticationError,
  NotAllowedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { z } from 'zod';
import type { PaletteIdentity } from '../SpectroCloudTokenService';
import {
  callPalette,
  checkToken,
  isToken,
  type PaletteSessionApiOptions,
} from './callPalette';

/** What a Palette, or a gateway before it, answers where it doesn't know the undocumented path. */
const WITHOUT_USERS_ME = [400, 403, 404, 405, 410, 422, 501];

/** PostgreSQL, for one, can't keep all of them. */
const CONTROL_CHARACTER = /\p{Cc}/u;

const id = z
  .string()
  .min(1)
  .refine(value => !CONTROL_CHARACTER.test(value));

/** Something to show and to compare; left out rather than refused. */
const shownName = z
  .string()
  .optional()
  .transform(value =>
    value === undefined || CONTROL_CHARACTER.test(value) ? undefined : value,
  );

/** Undocumented but used by the vendor's own tools; only what we need, all of it checked. */
const userMe = z.object({
  metadata: z.object({ uid: id }),
  spec: z.object({ emailId: shownName }).optional(),
  status: z.object({
    tenant: z.object({
      tenantUid: id,
      orgName: shownName,
    }),
  }),
});

/** The documented answer of `/v1/users/info`. */
const userInfo = z.object({
  tenantUid: id,
  userUid: id,
  orgName: shownName,
});

/** The documented answer of `/v1/users/{uid}`, as far as we need it. */
const userRecord = z.object({
  spec: z.object({ emailId: shownName }).optional(),
});

/** The documented answer of `/v1/auth/refresh/{token}`. */
const userToken = z.object({ Authorization: z.string().min(1) });

/**
 * The session endpoints of one Palette: whose a token is, renew it, revoke it.
 *
 * No error of it holds a token, an URL or Palette's own text.
 *
 * @public
 */
export class PaletteSessionApi {
  readonly #options: PaletteSessionApiOptions;

  /** A client of one Palette. */
  constructor(options: PaletteSessionApiOptions) {
    this.#options = options;
  }

  /**
   * Who Palette says the owner of a session token is.
   *
   * @throws `AuthenticationError` when Palette refuses the token.
   * @throws `NotAllowedError` when Palette denies even the documented ways to tell.
   * @throws `ServiceUnavailableError` when Palette can't be asked now.
   */
  async whoAmI(token: string): Promise<PaletteIdentity> {
    const me = await callPalette(this.#options, {
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
    const { status, body } = await callPalette(this.#options, {
      name,
      path,
      isSecretPath: true,
    });
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
    const { status } = await callPalette(this.#options, {
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
    const info = await callPalette(this.#options, {
      name: '/v1/users/info',
      path: '/v1/users/info',
      token,
    });
    const identity = info.status === 200 && parse(userInfo, info.body);
    if (!identity) {
      throw toError('/v1/users/info', info.status);
    }
    const { tenantUid, userUid, orgName } = identity;
    const details = await callPalette(this.#options, {
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
        ? parse(userRecord, details.body)?.spec?.emailId
        : undefined;
    return { tenantUid, tenantName: orgName, userUid, email };
  }
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
