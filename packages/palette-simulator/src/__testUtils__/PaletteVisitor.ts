import { createHash, randomBytes } from 'node:crypto';
import request, { type Test } from 'supertest';
import type { PaletteSimulator } from '../startPaletteSimulator';

/** Tenant administrator. */
export const ADA = 'ada.admin@spectro.example';
/** Editor of payments, viewer of retail-web. */
export const DANA = 'dev.dana@acme.example';
/** Viewer of research. */
export const OLGA = 'olga.outsider@acme.example';

/** Nothing listens there; only the address that the browser is sent to matters. */
export const CALLBACK =
  'http://localhost:7007/api/auth/spectrocloud/handler/frame';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** What the token endpoint answers. */
export interface Tokens {
  id_token: string;
  access_token?: string;
  token_type?: string;
  refresh_token?: string;
  expires_in: number;
  error?: string;
}

/** Somebody (browser and Backstage in one) who uses a simulator in tests. */
export class PaletteVisitor {
  readonly verifier = randomBytes(32).toString('base64url');
  readonly #simulator: PaletteSimulator;

  constructor(simulator: PaletteSimulator) {
    this.#simulator = simulator;
  }

  /** `GET /auth`; a parameter that is undefined is left out. */
  authorize(parameters: Record<string, string | undefined> = {}): Test {
    const query = {
      client_id: this.#simulator.client.id,
      redirect_uri: CALLBACK,
      response_type: 'code',
      scope: 'openid profile email',
      state: 'a-state',
      nonce: 'a-nonce',
      code_challenge: createHash('sha256')
        .update(this.verifier)
        .digest('base64url'),
      code_challenge_method: 'S256',
      ...parameters,
    };
    return request(this.#simulator.issuer).get('/auth').query(query);
  }

  /** The code for this user. */
  async authorizeAs(
    user: string,
    parameters: Record<string, string | undefined> = {},
  ): Promise<string> {
    const answer = await this.authorize({ ...parameters, login_hint: user });
    return new URL(answer.headers.location).searchParams.get('code') ?? '';
  }

  /** `POST /token` with client_secret_post. */
  redeem(form: Record<string, string>): Test {
    const { id, secret } = this.#simulator.client;
    return request(this.#simulator.issuer)
      .post('/token')
      .type('form')
      .send({ client_id: id, client_secret: secret, ...form });
  }

  redeemCode(code: string, form: Record<string, string> = {}): Test {
    return this.redeem({
      grant_type: 'authorization_code',
      code,
      redirect_uri: CALLBACK,
      code_verifier: this.verifier,
      ...form,
    });
  }

  async signIn(user: string): Promise<Tokens> {
    const { body } = await this.redeemCode(await this.authorizeAs(user));
    return body;
  }

  /** The session token of a new session of this user. */
  async sessionToken(user: string): Promise<string> {
    const { refresh_token: token = '' } = await this.signIn(user);
    return token;
  }

  /** A call of `/v1` with this session token, in tenant scope or a project's. */
  call(method: Method, path: string, token: string, projectUid?: string): Test {
    const test = request(this.#simulator.url)
      [method](path)
      .set('Authorization', token);
    return projectUid ? test.set('ProjectUid', projectUid) : test;
  }

  /** Uids of the projects that the token's user sees, by name. */
  async projects(token: string): Promise<Record<string, string>> {
    const { body } = await this.call(
      'get',
      '/v1/dashboard/projects/metadata',
      token,
    );
    return Object.fromEntries(
      body.items.map(
        ({ metadata }: { metadata: { name: string; uid: string } }) => [
          metadata.name,
          metadata.uid,
        ],
      ),
    );
  }

  /** Uid of a cluster by its name. */
  async clusterUid(token: string, name: string, projectUid?: string) {
    const { body } = await this.call(
      'get',
      '/v1/dashboard/spectroclusters/meta',
      token,
      projectUid,
    );
    return body.find(
      ({ metadata }: { metadata: { name: string } }) => metadata.name === name,
    )?.metadata.uid as string;
  }
}
