import { type ChildProcess, spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { readSample, replaceIn } from './readSample';

/** A proxy that runs as the documentation configures it, but for addresses and folders. */
export interface RunningProxy {
  /** All that it has logged so far. */
  readLogs(): string;
  stop(): Promise<void>;
}

interface Ports {
  /** Where the proxy listens. */
  listen: number;
  /** Where the backend does. */
  backend: number;
}

async function waitUntilListening(port: number, child: ChildProcess) {
  for (;;) {
    if (child.exitCode !== null) {
      throw new Error(`The proxy ended with ${child.exitCode}`);
    }
    try {
      await fetch(`http://127.0.0.1:${port}/`);
      return;
    } catch {
      await delay(50);
    }
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode === null) {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  }
}

/** Starts nginx in the foreground, in a folder of its own. */
export async function startNginx(
  program: string,
  ports: Ports,
): Promise<RunningProxy> {
  const folder = mkdtempSync(join(tmpdir(), 'nginx-'));
  const file = join(folder, 'nginx.conf');
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map(name => `${name}_temp_path ${folder};`)
    .join('\n');
  let sample = replaceIn(readSample('nginx'), '/var/log/nginx', folder);
  sample = replaceIn(sample, '127.0.0.1:7007', `127.0.0.1:${ports.backend}`);
  sample = replaceIn(sample, 'listen 8080', `listen 127.0.0.1:${ports.listen}`);
  sample = replaceIn(sample, 'http {', `http {\n${temporary}\n`);
  writeFileSync(
    file,
    `daemon off;\nmaster_process off;\npid ${folder}/pid;\nerror_log ${folder}/start.log;\n${sample}`,
  );
  const child = spawn(program, ['-p', folder, '-c', file], {
    stdio: 'inherit',
  });
  await waitUntilListening(ports.listen, child);
  return {
    readLogs: () =>
      ['access', 'error']
        .map(kind =>
          readFileSync(join(folder, `backstage.${kind}.log`), 'utf8'),
        )
        .join('\n'),
    stop: async () => {
      await end(child);
      rmSync(folder, { recursive: true });
    },
  };
}

/** Starts haproxy in the foreground, with a listener for its log. */
export async function startHaproxy(
  program: string,
  ports: Ports,
): Promise<RunningProxy> {
  const lines: string[] = [];
  const syslog = createSocket('udp4', message => lines.push(String(message)));
  syslog.bind(0, '127.0.0.1');
  await once(syslog, 'listening');
  const { port: logPort } = syslog.address() as AddressInfo;
  const folder = mkdtempSync(join(tmpdir(), 'haproxy-'));
  const file = join(folder, 'haproxy.cfg');
  let sample = replaceIn(
    readSample('haproxy'),
    '127.0.0.1:514',
    `127.0.0.1:${logPort}`,
  );
  sample = replaceIn(sample, '127.0.0.1:7007', `127.0.0.1:${ports.backend}`);
  sample = replaceIn(sample, '127.0.0.1:8080', `127.0.0.1:${ports.listen}`);
  writeFileSync(file, sample);
  const child = spawn(program, ['-db', '-f', file], { stdio: 'inherit' });
  await waitUntilListening(ports.listen, child);
  return {
    readLogs: () => lines.join('\n'),
    stop: async () => {
      await end(child);
      syslog.close();
      rmSync(folder, { recursive: true });
    },
  };
}
