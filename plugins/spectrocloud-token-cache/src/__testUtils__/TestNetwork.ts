import { webcrypto } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import {
  type AddressInfo,
  connect,
  createServer as createTcpServer,
  type Server as TcpServer,
} from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as x509 from '@peculiar/x509';

const KEY = {
  name: 'ECDSA',
  namedCurve: 'P-256',
  hash: 'SHA-256',
} as const;
const DAY_MS = 86_400_000;

function portOf(server: TcpServer): number {
  return (server.address() as AddressInfo).port;
}

/** A private certificate authority, and a certificate of it for the host `localhost`. */
export async function createTestAuthority(
  notAfter = new Date(Date.now() + DAY_MS),
): Promise<{ caFile: string; cert: string; key: string }> {
  x509.cryptoProvider.set(webcrypto as Crypto);
  const subtle = webcrypto.subtle;
  const caKeys = await subtle.generateKey(KEY, true, ['sign', 'verify']);
  const keys = await subtle.generateKey(KEY, true, ['sign', 'verify']);
  const notBefore = new Date(Date.now() - 2 * DAY_MS);
  const ca = await x509.X509CertificateGenerator.createSelfSigned({
    name: 'CN=Acme Private CA',
    keys: caKeys,
    notBefore,
    signingAlgorithm: KEY,
    extensions: [new x509.BasicConstraintsExtension(true, 1, true)],
  });
  const leaf = await x509.X509CertificateGenerator.create({
    subject: 'CN=localhost',
    issuer: ca.subject,
    publicKey: keys.publicKey,
    signingKey: caKeys.privateKey,
    notBefore,
    notAfter,
    signingAlgorithm: KEY,
    extensions: [
      new x509.SubjectAlternativeNameExtension([
        { type: 'dns', value: 'localhost' },
      ]),
    ],
  });
  const caFile = join(mkdtempSync(join(tmpdir(), 'palette-ca-')), 'ca.pem');
  writeFileSync(caFile, ca.toString('pem'));
  const pkcs8 = await subtle.exportKey('pkcs8', keys.privateKey);
  return {
    caFile,
    cert: leaf.toString('pem'),
    key: x509.PemConverter.encode(pkcs8, 'PRIVATE KEY'),
  };
}

/** Answers every call by https under a certificate of its own authority. */
export async function startTlsServer(
  authority: { cert: string; key: string },
  respond: () => unknown = () => ({ hello: 'palette' }),
) {
  const server = createHttpsServer(authority, (_req, res) =>
    res.end(JSON.stringify(respond())),
  );
  await once(server.listen(0), 'listening');
  return { server, url: `https://localhost:${portOf(server)}` };
}

/** A forward proxy as companies have them; knows what it was asked to connect to. */
export async function startConnectProxy() {
  const targets: string[] = [];
  const server = createHttpServer((_req, res) => res.writeHead(405).end());
  server.on('connect', (req, socket, head) => {
    targets.push(req.url!);
    const [host, port] = req.url!.split(':');
    const upstream = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(socket).pipe(upstream);
    });
    upstream.on('error', () => socket.destroy());
    socket.on('error', () => upstream.destroy());
  });
  await once(server.listen(0), 'listening');
  return { server, targets, url: `http://localhost:${portOf(server)}` };
}

/** Between client and server; resets each connection that comes with a further request. */
export async function startResettingProxy(
  target: number,
  requestsPerConnection: () => number,
) {
  const seen: string[] = [];
  const server = createTcpServer(socket => {
    let requests = 0;
    const upstream = connect(target, 'localhost');
    socket.on('data', data => {
      requests += 1;
      seen.push(String(data).split(' ')[0]);
      if (requests > requestsPerConnection()) {
        socket.resetAndDestroy();
        upstream.destroy();
        return;
      }
      upstream.write(data);
    });
    upstream.pipe(socket);
    socket.on('error', () => upstream.destroy());
    upstream.on('error', () => socket.destroy());
    socket.on('close', () => upstream.destroy());
  });
  await once(server.listen(0), 'listening');
  return { server, seen, url: `http://localhost:${portOf(server)}` };
}

/** Ends a server and what is connected to it. */
export async function stop(server: Server | TcpServer): Promise<void> {
  if ('closeAllConnections' in server) {
    server.closeAllConnections();
  }
  await new Promise(resolve => {
    server.close(resolve);
  });
}
