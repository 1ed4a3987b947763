import { createHash, randomBytes } from 'node:crypto';
import {
  type IncomingMessage,
  type Server,
  type ServerResponse,
  createServer,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type CryptoKey,
  type JWK,
  SignJWT,
  exportJWK,
  generateKeyPair,
} from 'jose';

type Json = Record<string, unknown>;

const ISSUER_PATH = '/v1/oidc/tenant/acme';
export const CLIENT_ID = 'backstage';
export const CLIENT_SECRET = 'the-client-secret-of-backstage-00001';

/** The user who signs in unless a test says otherwise. */
export const ADA = {
  sub: '66f0c0ffee0000000000ada1',
  email: 'ada@acme.example',
  email_verified: true,
  given_name: 'Ada',
  family_name: 'Admin',
};

/** What a test may change about the provider; each hook gets the regular value. */
export interface TestPaletteHooks {
  /** @returns undefined for a 404 */
  discovery(document: Json): Json | undefined;
  idTokenClaims(claims: Json): Json;
  idTokenHeader(header: Json): Json;
  /** Replaces the signed ID token. */
  idToken(token: string): string | Promise<string>;
  tokenResponse(body: Json): Json | string;
  keySet(keys: JWK[]): JWK[];
  /** A text is sent as a JWT. */
  userInfo(body: Json): Json | Promise<string>;
  /** Replaces the answer to a path. */
  intercept(
    path: string,
    req: IncomingMessage,
  ):
    | { status: number; body?: string; hang?: boolean; trickle?: boolean }
    | undefined;
}

interface Grant {
  nonce?: string;
  challenge?: string;
  redirectUri: string;
}

interface Key {
  kid: string;
  privateKey: CryptoKey;
  jwk: JWK;
}

/** A request that the provider received. */
export interface ReceivedRequest {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  form: URLSearchParams;
}

/** A session token like Palette's: an HS256 JWT with a key of its own. */
export async function createSessionToken(
  claims: Json = { userUid: ADA.sub, tenantUid: 'acme' },
  expiresIn = '4 h',
): Promise<string> {
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuedAt()
    .setJti(randomBytes(8).toString('hex'))
    .setExpirationTime(expiresIn)
    .sign(randomBytes(32));
}

/** A small OpenID provider with the API's session endpoints, on a port of its own. */
export class TestPalette {
  readonly requests: ReceivedRequest[] = [];
  readonly revoked: string[] = [];
  /** Everything that must never be seen in a log. */
  readonly secrets = new Set<string>([CLIENT_SECRET]);
  hooks: Partial<TestPaletteHooks> = {};
  user: Json = ADA;
  /** Whose session tokens are; the API's answer to who-am-i. */
  me = { userUid: ADA.sub, email: ADA.email, tenantUid: 'acme' };
  sessionToken?: string;
  #keys: Key[] = [];
  readonly #grants = new Map<string, Grant>();
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((req, res) => {
      this.#answer(req, res).catch(error => {
        res.statusCode = 500;
        res.end(String(error));
      });
    });
  }

  static async start(): Promise<TestPalette> {
    const palette = new TestPalette();
    await palette.rotateKeys();
    await new Promise<void>(resolve => {
      palette.#server.listen(0, '127.0.0.1', resolve);
    });
    return palette;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get issuer(): string {
    return `${this.url}${ISSUER_PATH}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => {
      this.#server.close(resolve);
    });
  }

  /** Forgets everything that a test has changed. */
  reset(): void {
    this.hooks = {};
    this.user = ADA;
    this.me = { userUid: ADA.sub, email: ADA.email, tenantUid: 'acme' };
    this.sessionToken = undefined;
    this.requests.length = 0;
    this.revoked.length = 0;
  }

  async rotateKeys(): Promise<void> {
    this.#keys = [await this.createKey()];
  }

  async createKey(alg = 'RS256'): Promise<Key> {
    const { privateKey, publicKey } = await generateKeyPair(alg, {
      extractable: true,
    });
    const kid = randomBytes(6).toString('hex');
    const jwk = { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' };
    return { kid, privateKey, jwk };
  }

  /** Adds a second key to the published set; the first goes on signing. */
  async addKey(): Promise<void> {
    this.#keys.push(await this.createKey());
  }

  /** What a browser does at Palette: signs in and is sent back, to this address. */
  authorize(location: string, code?: string): URL {
    const { searchParams } = new URL(location);
    const answer = new URL(searchParams.get('redirect_uri')!);
    const issued = code ?? randomBytes(16).toString('hex');
    this.secrets.add(issued);
    this.secrets.add(searchParams.get('nonce') ?? issued);
    this.#grants.set(issued, {
      nonce: searchParams.get('nonce') ?? undefined,
      challenge: searchParams.get('code_challenge') ?? undefined,
      redirectUri: answer.href,
    });
    answer.searchParams.set('code', issued);
    answer.searchParams.set('state', searchParams.get('state')!);
    return answer;
  }

  /** An ID token as the provider signs it. */
  async signIdToken(claims: Json): Promise<string> {
    const [key] = this.#keys;
    const header = { alg: 'RS256', typ: 'JWT', kid: key.kid };
    return new SignJWT(this.hooks.idTokenClaims?.(claims) ?? claims)
      .setProtectedHeader({
        ...(this.hooks.idTokenHeader?.(header) ?? header),
        alg: header.alg,
      })
      .sign(key.privateKey);
  }

  count(path: string): number {
    return this.requests.filter(request => request.path.endsWith(path)).length;
  }

  async #answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of req) {
      chunks.push(Buffer.from(chunk));
    }
    const body = Buffer.concat(chunks).toString();
    const path = new URL(req.url!, this.url).pathname;
    const form = new URLSearchParams(body);
    this.requests.push({
      method: req.method!,
      path,
      headers: req.headers,
      form,
    });
    const replaced = this.hooks.intercept?.(path, req);
    if (replaced?.hang) {
      return;
    }
    if (replaced?.trickle) {
      const trickle = setInterval(() => res.write(' '), 20);
      res.once('close', () => clearInterval(trickle));
      return;
    }
    const { status, json } = replaced
      ? { status: replaced.status, json: replaced.body ?? '{}' }
      : await this.#route(path, form, body);
    res.statusCode = status;
    const isJwt = path.endsWith('/userinfo') && typeof json === 'string';
    res.setHeader('Content-Type', `application/${isJwt ? 'jwt' : 'json'}`);
    res.end(typeof json === 'string' ? json : JSON.stringify(json));
  }

  async #route(
    path: string,
    form: URLSearchParams,
    body: string,
  ): Promise<{ status: number; json: Json | string }> {
    switch (path) {
      case `${ISSUER_PATH}/.well-known/openid-configuration`: {
        const regular = this.#discovery();
        const json = this.hooks.discovery
          ? this.hooks.discovery(regular)
          : regular;
        return json ? { status: 200, json } : { status: 404, json: {} };
      }
      case `${ISSUER_PATH}/keys`: {
        const keys = this.#keys.map(({ jwk }) => jwk);
        return {
          status: 200,
          json: { keys: this.hooks.keySet?.(keys) ?? keys },
        };
      }
      case `${ISSUER_PATH}/token`:
        return this.#token(form);
      case `${ISSUER_PATH}/userinfo`:
        return {
          status: 200,
          json: (await this.hooks.userInfo?.(this.user)) ?? this.user,
        };
      case '/v1/users/me':
        return {
          status: 200,
          json: {
            metadata: { uid: this.me.userUid },
            spec: { emailId: this.me.email },
            status: {
              tenant: { tenantUid: this.me.tenantUid, orgName: 'acme' },
            },
          },
        };
      case '/v1/users/auth/tokens/revoke':
        this.revoked.push(...(JSON.parse(body).tokens as string[]));
        return { status: 204, json: '' };
      default:
        return { status: 404, json: { code: 'ResourceNotFound' } };
    }
  }

  #discovery(): Json {
    return {
      issuer: this.issuer,
      authorization_endpoint: `${this.issuer}/auth`,
      token_endpoint: `${this.issuer}/token`,
      userinfo_endpoint: `${this.issuer}/userinfo`,
      jwks_uri: `${this.issuer}/keys`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
    };
  }

  async #token(
    form: URLSearchParams,
  ): Promise<{ status: number; json: Json | string }> {
    const isRefresh = form.get('grant_type') === 'refresh_token';
    const grant = this.#grants.get(form.get('code') ?? '');
    this.#grants.delete(form.get('code') ?? '');
    if (!isRefresh && !this.#isRedeemable(grant, form)) {
      return { status: 400, json: { error: 'invalid_grant' } };
    }
    const now = Math.floor(Date.now() / 1000);
    const signed = await this.signIdToken({
      ...this.user,
      iss: this.issuer,
      aud: CLIENT_ID,
      iat: now,
      exp: now + 3600,
      ...(grant?.nonce && { nonce: grant.nonce }),
    });
    const body: Json = {
      access_token: 'an-access-token',
      token_type: 'Bearer',
      expires_in: 3600,
      id_token: (await this.hooks.idToken?.(signed)) ?? signed,
      ...(this.sessionToken && { refresh_token: this.sessionToken }),
    };
    const json = this.hooks.tokenResponse?.(body) ?? body;
    for (const token of [body.id_token, body.access_token, this.sessionToken]) {
      this.secrets.add(String(token ?? signed));
    }
    return { status: 200, json };
  }

  #isRedeemable(grant: Grant | undefined, form: URLSearchParams): boolean {
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    return (
      grant !== undefined &&
      grant.redirectUri === form.get('redirect_uri') &&
      grant.challenge === challenge
    );
  }
}
