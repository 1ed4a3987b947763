import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';

const INTERVAL_MS = 20;

/** Begins every answer and never ends one: a piece comes before anything that waits for silence gives up. */
export class TricklingServer {
  readonly #server: Server;

  private constructor(part: 'head' | 'body') {
    const [start, piece] =
      part === 'head'
        ? ['HTTP/1.1 200 OK\r\n', 'X-Piece: 1\r\n']
        : ['HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n', '.'];
    this.#server = createServer(socket => {
      socket
        .on('error', () => {})
        .once('data', () => {
          socket.write(start);
          const trickle = setInterval(() => socket.write(piece), INTERVAL_MS);
          socket.once('close', () => clearInterval(trickle));
        });
    });
  }

  static async start(part: 'head' | 'body'): Promise<TricklingServer> {
    const server = new TricklingServer(part);
    await once(server.#server.listen(0, '127.0.0.1'), 'listening');
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Waits until nobody is connected any more: what was given up is not left to trickle. */
  async close(): Promise<void> {
    await new Promise(resolve => {
      this.#server.close(resolve);
    });
  }
}
