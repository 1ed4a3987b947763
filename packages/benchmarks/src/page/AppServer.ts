import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { answerOf } from './answers';

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};
/** Where the built configuration says that app and backend are. */
const BUILT_IN_ORIGINS = /http:\/\/localhost:(3000|7007)/g;

/** Serves the built app of a checkout, and answers for its backend from memory. */
export class AppServer {
  readonly #server: Server;
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
    this.#server = createServer((req, res) => {
      const { pathname } = new URL(req.url ?? '/', this.url);
      const answer = pathname.startsWith('/api/')
        ? answerOf(pathname)
        : undefined;
      if (answer) {
        res.writeHead(answer.status, { 'content-type': TYPES['.json'] });
        res.end(JSON.stringify(answer.body));
        return;
      }
      this.#file(pathname).then(
        ({ type, body }) =>
          res.writeHead(200, { 'content-type': type }).end(body),
        () => res.writeHead(404).end(),
      );
    });
  }

  /** @param checkout - its root; `packages/app/dist` has to be there */
  static async start(checkout: string): Promise<AppServer> {
    const server = new AppServer(join(checkout, 'packages', 'app', 'dist'));
    await new Promise<void>(resolve =>
      server.#server.listen(0, '127.0.0.1', resolve),
    );
    return server;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    // Browsers treat it as a secure place, which the app's storage wants.
    return `http://localhost:${port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }

  async #file(pathname: string): Promise<{ type: string; body: Buffer }> {
    const type = TYPES[extname(pathname)];
    // Every address of the app is its one page.
    const name = extname(pathname) ? normalize(pathname) : 'index.html';
    const body = await readFile(join(this.#folder, name));
    if (type !== undefined && extname(name) === '.svg') return { type, body };
    if (type === undefined && extname(name) !== '.html') {
      return { type: 'application/octet-stream', body };
    }
    const text = body.toString('utf8').replace(BUILT_IN_ORIGINS, this.url);
    return { type: type ?? TYPES['.html'], body: Buffer.from(text) };
  }
}
