import { once } from 'node:events';
import {
  createServer,
  request,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Choices } from './Choices';

const READINESS = '/.backstage/health/v1/readiness';
const LOOK_EVERY_MS = 250;
const LOOK_FOR_MS = 5_000;

/**
 * A load balancer without sticky sessions: each request goes to one of the replicas that
 * say they are ready. It tries another one where a connection is refused, and nothing else.
 */
export class Balancer {
  readonly port: number;
  readonly #targets: number[];
  readonly #choices: Choices;
  readonly #ready = new Set<number>();
  readonly #server: Server;
  readonly #timer: NodeJS.Timeout;

  private constructor(port: number, targets: number[], choices: Choices) {
    this.port = port;
    this.#targets = targets;
    this.#choices = choices;
    this.#server = createServer((req, res) => this.#pass(req, res));
    this.#timer = setInterval(() => this.#look(), LOOK_EVERY_MS);
  }

  static async start(
    port: number,
    targets: number[],
    choices: Choices,
  ): Promise<Balancer> {
    const balancer = new Balancer(port, targets, choices);
    balancer.#server.listen(port, '127.0.0.1');
    await once(balancer.#server, 'listening');
    await balancer.untilAllReady();
    return balancer;
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#server.closeAllConnections();
    await new Promise(done => this.#server.close(done));
  }

  /** Resolves once every replica is ready. */
  async untilAllReady(): Promise<void> {
    while (this.#ready.size < this.#targets.length) {
      await delay(LOOK_EVERY_MS);
    }
  }

  #look(): void {
    this.#targets.forEach(async target => {
      try {
        const answer = await fetch(`http://127.0.0.1:${target}${READINESS}`, {
          signal: AbortSignal.timeout(LOOK_FOR_MS),
        });
        await answer.arrayBuffer();
        if (answer.ok) {
          this.#ready.add(target);
        } else {
          this.#ready.delete(target);
        }
      } catch (error) {
        // One that is slow on a busy machine may be ready all the same.
        if (!(error instanceof DOMException)) {
          this.#ready.delete(target);
        }
      }
    });
  }

  #pass(req: IncomingMessage, res: ServerResponse): void {
    const targets = [...this.#ready];
    if (targets.length === 0) {
      res.writeHead(502).end('No replica is ready');
      return;
    }
    const chunks: Buffer[] = [];
    req.on('data', chunk => chunks.push(chunk));
    req.on('end', () =>
      this.#forward(req, Buffer.concat(chunks), res, targets),
    );
  }

  #forward(
    req: IncomingMessage,
    body: Buffer,
    res: ServerResponse,
    targets: number[],
  ): void {
    const target = this.#choices.of(targets);
    const onward = request(
      {
        host: '127.0.0.1',
        port: target,
        method: req.method,
        path: req.url,
        headers: req.headers,
      },
      answer => {
        res.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
        answer.pipe(res);
        answer.on('error', () => res.destroy());
      },
    );
    onward.on('error', error => {
      const others = targets.filter(other => other !== target);
      const refused = 'code' in error && error.code === 'ECONNREFUSED';
      if (refused && others.length > 0) {
        this.#forward(req, body, res, others);
      } else if (res.headersSent) {
        res.destroy();
      } else {
        res.writeHead(502).end(error.message);
      }
    });
    res.on('close', () => onward.destroy());
    onward.end(body);
  }
}
