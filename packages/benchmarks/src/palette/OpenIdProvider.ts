import { randomUUID } from 'node:crypto';
import {
  type CryptoKey,
  exportJWK,
  generateKeyPair,
  type JWK,
  SignJWT,
} from 'jose';
import type { PaletteUser, PaletteUsers } from './PaletteUsers';

const ALGORITHM = 'RS256';
const TOKEN_SECONDS = 3_600;
const ISSUER_PATH = '/v1/oidc/tenant/demo';

interface Grant {
  user: PaletteUser;
  clientId: string;
  nonce?: string;
  accessToken: string;
}

/** How tokens are issued. */
export interface TokenSettings {
  /** Session tokens that are issued now are as old. */
  sessionAgeMs: number;
  /** ID tokens name a key that nobody knows, as a forger's do. */
  unknownKeys: boolean;
}

/** An answer of the provider: a JSON text, or a redirect. */
export type ProviderAnswer = { json: string } | { location: string };

/**
 * Palette's OpenID provider, as far as a sign-in needs it. It checks nothing:
 * what checks cost is measured at the other side.
 */
export class OpenIdProvider {
  readonly #users: PaletteUsers;
  readonly #issuer: string;
  readonly #kid = randomUUID();
  readonly #privateKey: CryptoKey;
  readonly #keys: string;
  readonly #discovery: string;
  readonly #grants = new Map<string, Grant>();

  private constructor(options: {
    users: PaletteUsers;
    url: string;
    privateKey: CryptoKey;
    publicJwk: JWK;
  }) {
    this.#users = options.users;
    this.#privateKey = options.privateKey;
    this.#issuer = `${options.url}${ISSUER_PATH}`;
    const key = { ...options.publicJwk, kid: this.#kid, use: 'sig' };
    this.#keys = JSON.stringify({ keys: [{ ...key, alg: ALGORITHM }] });
    this.#discovery = JSON.stringify({
      issuer: this.#issuer,
      authorization_endpoint: `${this.#issuer}/auth`,
      token_endpoint: `${this.#issuer}/token`,
      userinfo_endpoint: `${this.#issuer}/userinfo`,
      jwks_uri: `${this.#issuer}/keys`,
      scopes_supported: ['openid', 'profile', 'email', 'groups'],
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: [ALGORITHM],
      token_endpoint_auth_methods_supported: ['client_secret_post'],
    });
  }

  static async create(options: {
    users: PaletteUsers;
    url: string;
  }): Promise<OpenIdProvider> {
    const { privateKey, publicKey } = await generateKeyPair(ALGORITHM, {
      extractable: true,
    });
    const publicJwk = await exportJWK(publicKey);
    return new OpenIdProvider({ ...options, privateKey, publicJwk });
  }

  /** The answer to a path under the issuer's; undefined for one that it has not. */
  async answer(
    request: { path: string; query: string; form: string; bearer?: string },
    settings: TokenSettings,
  ): Promise<ProviderAnswer | undefined> {
    switch (request.path.slice(ISSUER_PATH.length)) {
      case '/.well-known/openid-configuration':
        return { json: this.#discovery };
      case '/keys':
        return { json: this.#keys };
      case '/auth':
        return this.#authorize(new URLSearchParams(request.query));
      case '/token':
        return this.#redeem(new URLSearchParams(request.form), settings);
      case '/userinfo':
        return this.#userInfo(request.bearer);
      default:
        return undefined;
    }
  }

  #authorize(query: URLSearchParams): ProviderAnswer {
    const code = randomUUID();
    this.#grants.set(code, {
      user: this.#users.named(query.get('login_hint') ?? ''),
      clientId: query.get('client_id') ?? '',
      nonce: query.get('nonce') ?? undefined,
      accessToken: randomUUID(),
    });
    const location = new URL(query.get('redirect_uri') ?? '');
    location.searchParams.set('code', code);
    location.searchParams.set('state', query.get('state') ?? '');
    return { location: location.href };
  }

  async #redeem(
    form: URLSearchParams,
    settings: TokenSettings,
  ): Promise<ProviderAnswer> {
    const code = form.get('code') ?? '';
    const grant = this.#grants.get(code);
    if (!grant) return { json: JSON.stringify({ error: 'invalid_grant' }) };
    this.#grants.delete(code);
    this.#grants.set(grant.accessToken, grant);
    const { user, clientId, nonce, accessToken } = grant;
    const now = Math.floor(Date.now() / 1000);
    const idToken = await new SignJWT({ ...claimsOf(user), nonce })
      .setProtectedHeader({
        alg: ALGORITHM,
        kid: settings.unknownKeys ? randomUUID() : this.#kid,
        typ: 'JWT',
      })
      .setIssuer(this.#issuer)
      .setAudience(clientId)
      .setIssuedAt(now)
      .setExpirationTime(now + TOKEN_SECONDS)
      .sign(this.#privateKey);
    return {
      json: JSON.stringify({
        access_token: accessToken,
        token_type: 'Bearer',
        id_token: idToken,
        refresh_token: await this.#users.issue(user, settings.sessionAgeMs),
        expires_in: TOKEN_SECONDS,
        scope: 'openid profile email',
      }),
    };
  }

  #userInfo(accessToken: string | undefined): ProviderAnswer | undefined {
    const grant = this.#grants.get(accessToken ?? '');
    return grant && { json: JSON.stringify(claimsOf(grant.user)) };
  }
}

function claimsOf({ uid, email }: PaletteUser) {
  return {
    sub: uid,
    email,
    email_verified: true,
    name: 'Bench',
    given_name: 'Bench',
    family_name: 'Mark',
    preferred_username: email,
  };
}
