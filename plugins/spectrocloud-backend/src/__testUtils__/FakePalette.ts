import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

const TRICKLE_MS = 20;

/** A call that the fake got. */
export interface ReceivedCall {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  body: unknown;
}

/** What the fake answers. */
export interface FakeAnswer {
  status?: number;
  headers?: Record<string, string>;
  /** JSON, or a string as it is. */
  body?: unknown;
  delayMs?: number;
  /** Close the connection instead of answering. */
  hangUp?: boolean;
  /** Begin the answer, and never come to the end of this part of it. */
  trickle?: 'head' | 'body';
}

export type FakeHandler = (
  call: ReceivedCall,
) => FakeAnswer | Promise<FakeAnswer>;

function trickle(socket: Socket, part: 'head' | 'body'): void {
  socket.write('HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n');
  if (part === 'body') socket.write('Content-Length: 100000\r\n\r\n');
  const piece = part === 'head' ? 'X-Piece: 1\r\n' : ' ';
  const timer = setInterval(() => socket.write(piece), TRICKLE_MS);
  socket.once('close', () => clearInterval(timer)).on('error', () => {});
}

/**
 * A Palette that answers what a test tells it to. It is for what the simulator,
 * an honest Palette, doesn't do: answers of any shape and size, ones that break
 * off or trickle, and the vendor's own examples. What Palette really does is
 * tested with the simulator, in `packages/backend`.
 */
export class FakePalette {
  readonly calls: ReceivedCall[] = [];
  /** The first that fits answers. */
  readonly handlers: Array<{ pattern: RegExp; handler: FakeHandler }> = [];
  readonly #server: Server;

  private constructor() {
    this.#server = createServer(async (request, response) => {
      const url = new URL(request.url ?? '/', 'http://palette');
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      const text = Buffer.concat(chunks).toString();
      const call: ReceivedCall = {
        method: request.method ?? '',
        path: url.pathname,
        query: url.searchParams,
        headers: request.headers,
        body: text ? JSON.parse(text) : undefined,
      };
      this.calls.push(call);
      const line = `${call.method} ${call.path}`;
      const found = this.handlers.find(({ pattern }) => pattern.test(line));
      const answer = (await found?.handler(call)) ?? {
        status: 404,
        body: { code: 'ResourceNotFound', message: `no ${line}` },
      };
      if (answer.delayMs) {
        await new Promise(resolve => setTimeout(resolve, answer.delayMs));
      }
      if (answer.hangUp) {
        request.socket.destroy();
        return;
      }
      if (answer.trickle) {
        trickle(request.socket, answer.trickle);
        return;
      }
      const { body = {} } = answer;
      response.writeHead(answer.status ?? 200, {
        'content-type':
          typeof body === 'string'
            ? 'application/octet-stream'
            : 'application/json',
        ...answer.headers,
      });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    });
  }

  static async start(): Promise<FakePalette> {
    const fake = new FakePalette();
    await new Promise<void>(resolve => {
      fake.#server.listen(0, '127.0.0.1', resolve);
    });
    return fake;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  /** Later answers win. `route` is `METHOD /path`, whole; `*` stands for one segment. */
  on(route: string, answer: FakeAnswer | FakeHandler): this {
    const pattern = new RegExp(
      `^${route
        .split('*')
        .map(part => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
        .join('[^/]+')}$`,
    );
    this.handlers.unshift({
      pattern,
      handler: typeof answer === 'function' ? answer : () => answer,
    });
    return this;
  }

  /** What was called, as `METHOD /path`. */
  get lines(): string[] {
    return this.calls.map(({ method, path }) => `${method} ${path}`);
  }

  reset(): void {
    this.calls.length = 0;
    this.handlers.length = 0;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }
}
