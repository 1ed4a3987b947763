import { once } from 'node:events';
import {
  createServer,
  type AddressInfo,
  type Server,
  type Socket,
} from 'node:net';

/** What the server does with whoever connects; an SQLSTATE refuses them with that. */
export type Answer = 'nothing' | 'hang up' | { sqlState: string };

/** https://www.postgresql.org/docs/current/protocol-message-formats.html */
function errorResponse(sqlState: string): Buffer {
  const fields = `SFATAL\0VFATAL\0C${sqlState}\0Mrefused with ${sqlState}\0\0`;
  const head = Buffer.from('E\0\0\0\0');
  head.writeInt32BE(4 + fields.length, 1);
  return Buffer.concat([head, Buffer.from(fields)]);
}

/** A PostgreSQL server that lets nobody in. */
export class FakePostgres {
  /** All connections so far. */
  connections = 0;
  answer: Answer = 'nothing';
  /** What it does instead with whoever asks for a database of that name. */
  readonly answerOf = new Map<string, Answer>();
  readonly #sockets = new Set<Socket>();
  readonly #server: Server;

  private constructor() {
    this.#server = createServer(socket => {
      this.connections += 1;
      this.#sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => this.#sockets.delete(socket));
      socket.once('data', startup => this.#reply(socket, startup));
    });
  }

  static async start(): Promise<FakePostgres> {
    const postgres = new FakePostgres();
    postgres.#server.listen(0, '127.0.0.1');
    await once(postgres.#server, 'listening');
    return postgres;
  }

  get connection() {
    const { port } = this.#server.address() as AddressInfo;
    return { host: '127.0.0.1', port, user: 'backstage', password: 'secret' };
  }

  /** How many connections are open at present. */
  get open(): number {
    return this.#sockets.size;
  }

  async stop(): Promise<void> {
    this.#sockets.forEach(socket => socket.destroy());
    await new Promise(done => this.#server.close(done));
  }

  #reply(socket: Socket, startup: Buffer): void {
    const [, name = ''] = /\0database\0([^\0]*)/.exec(String(startup)) ?? [];
    const answer = this.answerOf.get(name) ?? this.answer;
    if (typeof answer === 'object') {
      socket.end(errorResponse(answer.sqlState));
    } else if (answer === 'hang up') {
      socket.end();
    }
  }
}
