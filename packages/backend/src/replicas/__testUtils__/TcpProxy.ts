import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { freePort } from '../../__testUtils__/freePort';

/** How a server behind the proxy looks from outside. */
export type Reachability = 'up' | 'down' | 'silent';

/** Stands between a backend and a server, which it can make unreachable. */
export class TcpProxy {
  readonly port: number;
  readonly #target: URL;
  readonly #sockets = new Set<Socket>();
  #server?: Server;

  private constructor(target: URL, port: number) {
    this.#target = target;
    this.port = port;
  }

  static async create(target: URL): Promise<TcpProxy> {
    return new TcpProxy(target, await freePort());
  }

  /**
   * `down`: nothing listens; `silent`: connections are accepted and nothing is
   * ever answered, as behind a broken load balancer.
   */
  async become(reachability: Reachability): Promise<void> {
    await this.#close();
    if (reachability === 'down') {
      return;
    }
    this.#server = createServer(socket => {
      this.#keep(socket);
      if (reachability === 'up') {
        const { hostname, port } = this.#target;
        const onward = this.#keep(connect(Number(port || 5432), hostname));
        socket.pipe(onward).pipe(socket);
        socket.on('close', () => onward.destroy());
        onward.on('close', () => socket.destroy());
      }
    });
    this.#server.listen(this.port, '127.0.0.1');
    await once(this.#server, 'listening');
  }

  #keep(socket: Socket): Socket {
    this.#sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.#sockets.delete(socket));
    return socket;
  }

  async #close(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    this.#sockets.forEach(socket => socket.destroy());
    if (server) {
      await new Promise(done => server.close(done));
    }
  }
}
