import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Server as TcpServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as tls from 'node:tls';
import { type Dispatcher, fetch, request } from 'undici';
import {
  createTestAuthority,
  startConnectProxy,
  startResettingProxy,
  startTlsServer,
  stop,
} from '../__testUtils__/TestNetwork';
import { certificateFault } from './certificateFault';
import { createPaletteDispatcher } from './createPaletteDispatcher';
import { trustedAuthorities } from './trustedAuthorities';

const KEY = 'spectrocloud.environments[0].caFile';
const VARIABLES = [
  'HTTPS_PROXY',
  'HTTP_PROXY',
  'NO_PROXY',
  'NODE_EXTRA_CA_CERTS',
];

describe('createPaletteDispatcher', () => {
  const environment = { ...process.env };
  const dispatchers: Dispatcher[] = [];
  const servers: Array<Server | TcpServer> = [];

  beforeEach(() => {
    for (const name of VARIABLES.flatMap(each => [each, each.toLowerCase()])) {
      delete process.env[name];
    }
  });

  afterEach(async () => {
    process.env = { ...environment };
    await Promise.all(dispatchers.splice(0).map(each => each.destroy()));
    await Promise.all(servers.splice(0).map(stop));
  });

  const create = (path?: string) => {
    const dispatcher = createPaletteDispatcher({
      caFile: path === undefined ? undefined : { path, key: KEY },
    });
    dispatchers.push(dispatcher);
    return dispatcher;
  };
  const keep = <T extends { server: Server | TcpServer }>(started: T): T => {
    servers.push(started.server);
    return started;
  };

  describe('with a private certificate authority', () => {
    it('trusts the authority of caFile, and names caFile without it', async () => {
      const authority = await createTestAuthority();
      const { url } = keep(await startTlsServer(authority));
      const trusted = await fetch(url, {
        dispatcher: create(authority.caFile),
      });
      expect(await trusted.json()).toEqual({ hello: 'palette' });
      const error: unknown = await fetch(url, { dispatcher: create() }).catch(
        caught => caught,
      );
      expect(certificateFault(error)).toMatch(
        /not trusted \(UNABLE_TO_VERIFY_LEAF_SIGNATURE\); .* in caFile/,
      );
    });

    it('says of a certificate that has run out that it has', async () => {
      const authority = await createTestAuthority(
        new Date(Date.now() - 60_000),
      );
      const { url } = keep(await startTlsServer(authority));
      const error: unknown = await request(url, {
        dispatcher: create(authority.caFile),
      }).catch(caught => caught);
      expect(certificateFault(error)).toBe(
        'its certificate is not valid there (CERT_HAS_EXPIRED)',
      );
    });

    it('adds it to the authorities of the process, and of NODE_EXTRA_CA_CERTS', async () => {
      const [own, extra] = await Promise.all([
        createTestAuthority(),
        createTestAuthority(),
      ]);
      process.env.NODE_EXTRA_CA_CERTS = extra.caFile;
      const trusted = trustedAuthorities({ path: own.caFile, key: KEY });
      expect(trusted).toEqual(
        expect.arrayContaining([...tls.rootCertificates]),
      );
      // A Node that lists the authorities itself has read the variable when it started.
      const added = 'getCACertificates' in tls ? 1 : 2;
      expect(trusted).toHaveLength(tls.rootCertificates.length + added);
    });

    it('is told of no fault by other errors', () => {
      expect(certificateFault(new TypeError('fetch failed'))).toBeUndefined();
    });
  });

  describe('with a caFile that is of no use', () => {
    const write = (text: string) => {
      const path = join(mkdtempSync(join(tmpdir(), 'no-ca-')), 'ca.pem');
      writeFileSync(path, text);
      return path;
    };

    it.each([
      ['can not be read', () => '/nowhere/ca.pem', "can't be read"],
      ['is empty', () => write(''), 'holds no certificate'],
      [
        'is a key',
        () =>
          write('-----BEGIN PRIVATE KEY-----\nAA==\n-----END PRIVATE KEY-----'),
        'holds no certificate',
      ],
      [
        'has a broken certificate',
        () =>
          write('-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----'),
        'has a certificate that is none',
      ],
    ])('refuses one that %s at start', (_title, path, fault) => {
      expect(() => create(path())).toThrow(`${KEY} ${fault}: give `);
    });
  });

  describe('behind a proxy', () => {
    it.each([
      ['HTTPS_PROXY', undefined, 1],
      ['HTTPS_PROXY', 'localhost', 0],
      ['HTTPS_PROXY', 'palette.example', 1],
    ])(
      'heeds %s with NO_PROXY %s',
      async (variable, noProxy, expectedTunnels) => {
        const authority = await createTestAuthority();
        const { url } = keep(await startTlsServer(authority));
        const proxy = keep(await startConnectProxy());
        process.env[variable] = proxy.url;
        if (noProxy) {
          process.env.NO_PROXY = noProxy;
        }
        const response = await fetch(url, {
          dispatcher: create(authority.caFile),
        });
        expect(await response.json()).toEqual({ hello: 'palette' });
        expect(proxy.targets).toEqual(
          expectedTunnels ? [new URL(url).host] : [],
        );
      },
    );
  });

  describe('behind a firewall that drops idle connections', () => {
    const setUp = async (requestsPerConnection: () => number) => {
      const target = createServer((_req, res) => res.end('{}'));
      await new Promise<void>(resolve => {
        target.listen(0, resolve);
      });
      servers.push(target);
      const { port } = target.address() as AddressInfo;
      return keep(await startResettingProxy(port, requestsPerConnection));
    };

    it('sends a read again on a fresh connection', async () => {
      const { url, seen } = await setUp(() => 1);
      const dispatcher = create();
      const statuses = [];
      for (let read = 0; read < 8; read++) {
        const { statusCode, body } = await request(url, { dispatcher });
        await body.dump();
        statuses.push(statusCode);
      }
      expect(statuses).toEqual(Array(8).fill(200));
      expect(seen.length).toBeGreaterThan(8);
    });

    it('sends a search that may be repeated again, and what `fetch` reads', async () => {
      const { url } = await setUp(() => 1);
      const dispatcher = create();
      const search = () =>
        request(url, {
          dispatcher,
          method: 'POST',
          idempotent: true,
          body: '{}',
        });
      await (await search()).body.dump();
      expect((await search()).statusCode).toBe(200);
      await (await fetch(url, { dispatcher })).text();
      expect((await fetch(url, { dispatcher })).status).toBe(200);
    });

    it('sends nothing again that may have had an effect', async () => {
      const { url, seen } = await setUp(() => 0);
      await expect(
        request(url, { dispatcher: create(), method: 'POST', body: '{}' }),
      ).rejects.toMatchObject({ code: expect.any(String) });
      expect(seen).toEqual(['POST']);
    });

    it('sends no renewal again, which may have ended the token that it was called with', async () => {
      const { url, seen } = await setUp(() => 0);
      await expect(
        request(new URL('/v1/auth/refresh/token', url), {
          dispatcher: create(),
        }),
      ).rejects.toMatchObject({ code: expect.any(String) });
      expect(seen).toEqual(['GET']);
    });

    it('gives up after the second try', async () => {
      const { url, seen } = await setUp(() => 0);
      await expect(
        request(url, { dispatcher: create() }),
      ).rejects.toMatchObject({ code: expect.any(String) });
      expect(seen).toEqual(['GET', 'GET']);
    });

    it('keeps no connection idle for five seconds, whatever the server offers', async () => {
      const target = createServer({ keepAliveTimeout: 60_000 }, (_req, res) =>
        res.end('{}'),
      );
      await new Promise<void>(resolve => {
        target.listen(0, resolve);
      });
      servers.push(target);
      const ports: Array<number | undefined> = [];
      target.on('request', req => ports.push(req.socket.remotePort));
      const dispatcher = create();
      const url = `http://localhost:${(target.address() as AddressInfo).port}`;
      const read = async () => (await request(url, { dispatcher })).body.dump();
      await read();
      await sleep(100);
      await read();
      await sleep(4_900);
      await read();
      const [first, second, third] = ports;
      expect(second).toBe(first);
      expect(third).not.toBe(first);
    });
  });
});
