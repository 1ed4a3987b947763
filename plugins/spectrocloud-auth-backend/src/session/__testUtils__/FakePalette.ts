import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';

/** A Palette user with a session. */
export interface FakeUser {
  userUid: string;
  email: string;
  tenantUid: string;
  tenantName: string;
}

export const DANA: FakeUser = {
  userUid: 'uid-dana',
  email: 'dana@acme.example',
  tenantUid: 'tenant-1',
  tenantName: 'demo',
};

export const EVE: FakeUser = {
  userUid: 'uid-eve',
  email: 'eve@evil.example',
  tenantUid: 'tenant-1',
  tenantName: 'demo',
};

/** A call that reached Palette. */
export interface PaletteCall {
  name: 'whoAmI' | 'renew' | 'revoke';
  token: string;
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

/** Palette's session endpoints, with switches for what goes wrong. */
export class FakePalette {
  readonly calls: PaletteCall[] = [];
  readonly revoked = new Set<string>();
  /** Status that the next calls of a name are answered with; 0 hangs up. */
  readonly failing = new Map<PaletteCall['name'], number>();
  /** Statuses of the next calls of a name, one each, after which it goes on as usual. */
  readonly failingNext = new Map<PaletteCall['name'], number[]>();
  readonly delayMs = new Map<PaletteCall['name'], number>();
  readonly #held = new Map<PaletteCall['name'], Promise<void>>();
  /** Whether a renewal makes the former token worthless. */
  rotates = true;
  /** The e-mail that Palette shows, if not the user's own. */
  shownEmail?: string;
  /** Whose token a renewal answers, if not the owner's. */
  renewsFor?: FakeUser;
  /** What a renewal brings: a token that lives longer, one that ends when the former does, or the former itself. */
  renewalBrings: 'more time' | 'no more time' | 'the same token' = 'more time';
  /** Whether tokens tell when they were issued. */
  tellsIssue = true;
  /** The token that every renewal brings, instead of a new one each. */
  renewsAs?: string;
  /** Runs while a renewal is under way. */
  onRenew?: () => Promise<unknown>;
  readonly #server: Server;
  readonly #now: () => Date;
  readonly #owners = new Map<string, FakeUser>();
  #count = 0;

  private constructor(now: () => Date) {
    this.#now = now;
    this.#server = createServer((req, res) => {
      this.#answer(req, res).catch(() => res.destroy());
    });
  }

  static async start(now: () => Date): Promise<FakePalette> {
    const palette = new FakePalette(now);
    await new Promise<void>(done => {
      palette.#server.listen(0, '127.0.0.1', done);
    });
    return palette;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(done => {
      this.#server.close(done);
    });
  }

  /** Forgets calls and switches, but no tokens. */
  reset(): void {
    this.calls.length = 0;
    this.failing.clear();
    this.failingNext.clear();
    this.delayMs.clear();
    this.#held.clear();
    this.rotates = true;
    this.renewalBrings = 'more time';
    this.onRenew = undefined;
    this.renewsFor = undefined;
    this.renewsAs = undefined;
    this.tellsIssue = true;
    this.shownEmail = undefined;
  }

  /** Keeps the answers to calls of a name back until the returned function is called. */
  hold(name: PaletteCall['name']): () => void {
    let release = () => {};
    this.#held.set(name, new Promise(resolve => (release = resolve)));
    return () => {
      this.#held.delete(name);
      release();
    };
  }

  /** Issues a session token; one that lives for ever tells no expiry. */
  token(user: FakeUser, lifeMinutes = 240): string {
    const iat = Math.floor(this.#now().getTime() / 1000);
    const exp = Number.isFinite(lifeMinutes)
      ? iat + lifeMinutes * 60
      : undefined;
    return this.#issue(user, this.tellsIssue ? { iat, exp } : { exp });
  }

  /** Takes a token for another user's from now on. */
  mistake(token: string, user: FakeUser): void {
    this.#owners.set(token, user);
  }

  countOf(name: PaletteCall['name']): number {
    return this.calls.filter(call => call.name === name).length;
  }

  #issue(user: FakeUser, times: { iat?: number; exp?: number }): string {
    this.#count += 1;
    const token = [
      encode({ alg: 'HS256' }),
      encode({ ...times, jti: this.#count }),
      Buffer.from(`signature ${this.#count}`).toString('base64url'),
    ].join('.');
    this.#owners.set(token, user);
    return token;
  }

  async #answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const { url = '' } = req;
    const { authorization = '' } = req.headers;
    const body = await text(req);
    const renewed = url.match(/^\/v1\/auth\/refresh\/([^?]+)/)?.[1];
    const name =
      (renewed && 'renew') ||
      (url === '/v1/users/auth/tokens/revoke' && 'revoke') ||
      'whoAmI';
    const token = renewed ? decodeURIComponent(renewed) : authorization;
    const tokens: string[] = body ? JSON.parse(body).tokens : [token];
    this.calls.push({ name, token });
    // Unreferenced: a test ends before a call that hangs.
    await delay(this.delayMs.get(name) ?? 0, undefined, { ref: false });
    await this.#held.get(name);
    const status =
      this.failingNext.get(name)?.shift() ?? this.failing.get(name);
    if (status === 0) {
      res.destroy();
      return;
    }
    const user = this.#owners.get(token);
    if (status !== undefined || !user || this.revoked.has(token)) {
      res.writeHead(status ?? 401).end('{}');
      return;
    }
    if (name === 'revoke') {
      tokens.forEach(listed => this.revoked.add(listed));
      res.writeHead(204).end();
      return;
    }
    res.setHeader('content-type', 'application/json');
    if (name === 'whoAmI') {
      const { email } = user;
      res.end(
        JSON.stringify(meOf({ ...user, email: this.shownEmail ?? email })),
      );
      return;
    }
    const next = this.#renew(token, this.renewsFor ?? user);
    await this.onRenew?.();
    res.end(JSON.stringify({ Authorization: next }));
  }

  #renew(token: string, user: FakeUser): string {
    if (this.renewalBrings === 'the same token') {
      return token;
    }
    if (this.rotates) {
      this.revoked.add(token);
    }
    if (this.renewsAs) {
      return this.renewsAs;
    }
    return this.renewalBrings === 'more time'
      ? this.token(user)
      : this.#issue(user, timesOf(token));
  }
}

function timesOf(token: string): { iat?: number; exp: number } {
  const [, claims = ''] = token.split('.');
  return JSON.parse(Buffer.from(claims, 'base64url').toString('utf8'));
}

function meOf({ userUid, email, tenantUid, tenantName }: FakeUser) {
  return {
    metadata: { uid: userUid },
    spec: { emailId: email },
    status: { tenant: { tenantUid, orgName: tenantName } },
  };
}
