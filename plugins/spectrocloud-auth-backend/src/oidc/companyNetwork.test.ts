import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { TestPalette } from '../__testUtils__/TestPalette';
import { createRelyingParty, logIn } from '../__testUtils__/relyingPartyLogin';

describe('a network whose way out is a proxy', () => {
  const environment = { ...process.env };
  const targets: string[] = [];
  const proxy = createServer((_req, res) => res.writeHead(405).end());
  let palette: TestPalette;

  beforeAll(async () => {
    palette = await TestPalette.start();
    proxy.on('connect', (req, socket) => {
      targets.push(req.url!);
      const [host, port] = req.url!.split(':');
      const upstream = connect(Number(port), host, () => {
        socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
        upstream.pipe(socket).pipe(upstream);
      });
      upstream.on('error', () => socket.destroy());
      socket.on('error', () => upstream.destroy());
    });
    await once(proxy.listen(0), 'listening');
    for (const name of ['http_proxy', 'no_proxy', 'NO_PROXY']) {
      delete process.env[name];
    }
    process.env.HTTP_PROXY = `http://localhost:${(proxy.address() as AddressInfo).port}`;
  });

  afterEach(() => targets.splice(0));

  afterAll(async () => {
    process.env = { ...environment };
    await palette.close();
    proxy.closeAllConnections();
    proxy.close();
  });

  it('signs in through it', async () => {
    const login = await logIn(createRelyingParty(palette), palette);
    expect(login.email).toBe('ada@acme.example');
    expect(targets).toContain(new URL(palette.issuer).host);
  });

  it('goes past it where NO_PROXY says so', async () => {
    process.env.NO_PROXY = '127.0.0.1';
    await logIn(createRelyingParty(palette), palette);
    expect(targets).toEqual([]);
  });
});
