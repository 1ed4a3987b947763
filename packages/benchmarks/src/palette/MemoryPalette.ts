import { setTimeout as sleep } from 'node:timers/promises';
import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { RateLimits } from 'palette-simulator';
import { ClusterAnswers } from './ClusterAnswers';
import { OpenIdProvider, type TokenSettings } from './OpenIdProvider';
import { PaletteUsers } from './PaletteUsers';
import type { RecordedAnswers } from './recordAnswers';

const KEEP_ALIVE_MS = 600_000;
const REFRESH = '/v1/auth/refresh/';
const REVOKE = '/v1/users/auth/tokens/revoke';
const TOO_MANY = JSON.stringify({
  code: 'TooManyRequests',
  message: 'Too many requests, retry after a few moments',
});
const REFUSED = JSON.stringify({
  code: 'Unauthorized',
  message: 'Invalid authorization token',
});

/** What can be changed while it runs. */
export interface PaletteSettings extends TokenSettings {
  /** Palette's documented limits, by source address and prefix. */
  limits: boolean;
  /** How long the renewal of a session token takes. */
  renewalMs: number;
}

/** A Palette that does nothing but answer from memory: what it costs is what HTTP costs. */
export class MemoryPalette {
  readonly #users: PaletteUsers;
  readonly #clusters: ClusterAnswers;
  readonly #limits = new RateLimits(Date.now);
  readonly #server: Server;
  readonly #counts = new Map<string, number>();
  #provider?: OpenIdProvider;
  #settings: PaletteSettings = {
    limits: false,
    renewalMs: 0,
    sessionAgeMs: 0,
    unknownKeys: false,
  };

  private constructor(answers: RecordedAnswers) {
    this.#users = new PaletteUsers(answers);
    this.#clusters = new ClusterAnswers(answers);
    this.#server = createServer((req, res) => {
      this.#answer(req, res).catch(error => {
        res.statusCode = 500;
        res.end(String(error));
      });
    });
  }

  static async start(answers: RecordedAnswers): Promise<MemoryPalette> {
    const palette = new MemoryPalette(answers);
    // A connection that is closed while a request is on its way would be no figure of anybody's.
    palette.#server.keepAliveTimeout = KEEP_ALIVE_MS;
    await new Promise<void>(resolve => {
      palette.#server.listen(0, '127.0.0.1', resolve);
    });
    palette.#provider = await OpenIdProvider.create({
      users: palette.#users,
      url: palette.url,
    });
    return palette;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  /** Changes settings; the limits begin with full buckets. */
  configure(settings: Partial<PaletteSettings>): void {
    this.#settings = { ...this.#settings, ...settings };
    this.#limits.clear();
    this.#limits.enabled = this.#settings.limits;
  }

  /** A session token for reads without a backend between. */
  async signIn(email: string): Promise<string> {
    return this.#users.issue(this.#users.named(email), 0);
  }

  /** Calls since they were last asked for, by `<method> <path> <status>` with uids left out. */
  takeCounts(): Record<string, number> {
    const counts = Object.fromEntries(this.#counts);
    this.#counts.clear();
    return counts;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => {
      this.#server.close(resolve);
    });
  }

  async #answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const [path, query = ''] = (req.url ?? '').split('?', 2);
    const form = req.method === 'POST' ? await readBody(req) : '';
    const send = (status: number, body: string | Buffer) => {
      this.#count(req, path, status);
      res.writeHead(status, { 'content-type': 'application/json' }).end(body);
    };
    if (!this.#limits.take(req.socket.remoteAddress ?? '', path)) {
      send(429, TOO_MANY);
      return;
    }
    if (path.startsWith('/v1/oidc/')) {
      const answer = await this.#provider?.answer(
        { path, query, form, bearer: bearerOf(req) },
        this.#settings,
      );
      if (answer && 'location' in answer) {
        this.#count(req, path, 302);
        res.writeHead(302, { location: answer.location }).end();
      } else {
        send(answer ? 200 : 404, answer?.json ?? '{}');
      }
      return;
    }
    if (path.startsWith(REFRESH)) {
      await this.#renew(decodeURIComponent(path.slice(REFRESH.length)), send);
      return;
    }
    const user = this.#users.ofToken(req.headers.authorization);
    if (!user) {
      send(401, REFUSED);
    } else if (path === '/v1/users/me') {
      send(200, user.me);
    } else if (path === REVOKE) {
      JSON.parse(form).tokens.forEach((token: string) =>
        this.#users.revoke(token),
      );
      send(204, '');
    } else {
      const project = req.headers.projectuid;
      const scope = user.projectUid ?? (project ? String(project) : undefined);
      const body = this.#clusters.find(path, query, scope);
      send(body ? 200 : 404, body ?? '{}');
    }
  }

  async #renew(
    token: string,
    send: (status: number, body: string) => void,
  ): Promise<void> {
    await sleep(this.#settings.renewalMs);
    const user = this.#users.ofToken(token);
    if (!user) {
      send(401, REFUSED);
      return;
    }
    this.#users.revoke(token);
    const Authorization = await this.#users.issue(user, 0);
    send(200, JSON.stringify({ Authorization, isMfa: false }));
  }

  #count(req: IncomingMessage, path: string, status: number): void {
    const route = path.startsWith(REFRESH)
      ? REFRESH
      : path.replace(/[0-9a-f]{12,}/g, ':uid');
    const key = `${req.method} ${route} ${status}`;
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }
}

function bearerOf(req: IncomingMessage): string | undefined {
  return /^Bearer (.+)$/i.exec(req.headers.authorization ?? '')?.[1];
}

async function readBody(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) {
    chunks.push(Buffer.from(chunk));
  }
  return Buffer.concat(chunks).toString();
}
