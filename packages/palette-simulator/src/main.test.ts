import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { resolve } from 'node:path';
import { ODDITIES } from './oddities';

const START_TIMEOUT_MS = 60_000;

/** The same command as the package's `start` script. */
function start(env: Record<string, string>) {
  const child = spawn(
    process.execPath,
    [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      resolve(__dirname, 'main.ts'),
    ],
    { env: { ...process.env, NODE_OPTIONS: '', ...env } },
  );
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', data => (output.stdout += data));
  child.stderr.on('data', data => (output.stderr += data));
  return { child, output };
}

/** Resolves with the address that the process prints. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    child.stdout!.on('data', data => {
      const address = /at (http:\/\/\S+)/.exec(String(data));
      if (address) {
        found(address[1]);
      }
    });
    child.once('exit', () => failed(new Error('It ended without an address')));
  });
}

describe('the start command', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'serves until %s, with exit code 0',
    async signal => {
      const { child } = start({ PORT: '0' });
      const url = await addressOf(child);
      const answer = await fetch(`${url}/v1/health/ping`);
      expect(await answer.json()).toEqual({ msg: 'pong' });
      const exited = once(child, 'exit');
      child.kill(signal);
      expect(await exited).toEqual([0, null]);
    },
    START_TIMEOUT_MS,
  );

  it(
    'says in one sentence that the port is in use',
    async () => {
      const other = createServer().listen(0, 'localhost');
      await once(other, 'listening');
      const { port } = other.address() as AddressInfo;
      const { child, output } = start({ PORT: String(port) });
      const [code] = await once(child, 'close');
      other.close();
      expect(code).toBe(1);
      expect(output.stderr).toBe(
        `Port ${port} is in use; stop what listens there, or set PORT to another one.\n`,
      );
    },
    START_TIMEOUT_MS,
  );

  it(
    "has all of Palette's oddities from the start, and after a reset",
    async () => {
      const { child } = start({ PORT: '0', PALETTE_ODDITIES: 'true' });
      const url = await addressOf(child);
      await fetch(`${url}/control/reset`, { method: 'POST' });
      const answer = await fetch(`${url}/control/settings`);
      expect(await answer.json()).toMatchObject(ODDITIES);
      child.kill();
      await once(child, 'exit');
    },
    START_TIMEOUT_MS,
  );

  it(
    'says what PALETTE_ODDITIES is',
    async () => {
      const { child, output } = start({ PORT: '0', PALETTE_ODDITIES: 'some' });
      const [code] = await once(child, 'close');
      expect(code).toBe(1);
      expect(output.stderr).toBe(
        "PALETTE_ODDITIES must be true or false, not 'some'.\n",
      );
    },
    START_TIMEOUT_MS,
  );

  it(
    'says what a PORT is',
    async () => {
      const { child, output } = start({ PORT: 'seven' });
      const [code] = await once(child, 'close');
      expect(code).toBe(1);
      expect(output.stderr).toBe(
        "PORT must be a whole number up to 65535, not 'seven'.\n",
      );
    },
    START_TIMEOUT_MS,
  );
});
