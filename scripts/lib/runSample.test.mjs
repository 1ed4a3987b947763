import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

import { freePort } from './freePort.mjs';
import { isPortInUse } from './ports.mjs';

const FIXTURE = fileURLToPath(
  new URL('./fixtures/sample.mjs', import.meta.url),
);

function startSample(ports) {
  return watch(spawn(process.execPath, [FIXTURE, ...ports.map(String)]));
}

/** As `npm run` starts it: below a shell that is told to stop in its place. */
function startSampleBelowShell(ports) {
  const command = `${process.execPath} ${FIXTURE} ${ports.join(' ')}; true`;
  return watch(
    spawn('sh', ['-c', command], {
      env: { ...process.env, npm_lifecycle_event: 'demo' },
    }),
  );
}

async function watch(child) {
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr']) {
    child[name].on('data', chunk => {
      output[name] += chunk;
    });
  }
  const exited = once(child, 'close').then(([code]) => code);
  const ready = new Promise(resolve => {
    child.stdout.on('data', () => {
      if (output.stdout.includes('is ready')) {
        resolve();
      }
    });
  });
  await Promise.race([ready, exited]);
  return { child, output, exited };
}

describe('runSample', () => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    it(`prints where to go, and stops everything on ${signal}`, async () => {
      const ports = [await freePort(), await freePort()];
      const { child, output, exited } = await startSample(ports);
      assert.match(output.stdout, /http:\/\/localhost:3000/);
      assert.match(output.stdout, /dev\.dana@acme\.example/);

      child.kill(signal);

      assert.equal(await exited, 0);
      for (const port of ports) {
        assert.equal(await isPortInUse(port), false);
      }
    });
  }

  it('stops everything when only the shell of its npm script is told to', async () => {
    const ports = [await freePort(), await freePort()];
    const { child, exited } = await startSampleBelowShell(ports);

    child.kill('SIGTERM');

    await exited;
    for (const port of ports) {
      assert.equal(await isPortInUse(port), false);
    }
  });

  it('stops the others when one ends, and says which', async () => {
    const ports = [await freePort(), await freePort()];
    const { output, exited } = await startSample(ports);

    await fetch(`http://localhost:${ports[0]}/die`).catch(() => undefined);

    assert.equal(await exited, 1);
    assert.match(output.stderr, /The service 0 ended \(exit code 7\)/);
    assert.doesNotMatch(output.stderr, /\n\s+at /);
    assert.equal(await isPortInUse(ports[1]), false);
  });

  it('starts nothing when a port is taken', async () => {
    const server = createServer().listen(0);
    await once(server, 'listening');
    const free = await freePort();
    try {
      const { output, exited } = await startSample([
        free,
        server.address().port,
      ]);
      assert.equal(await exited, 1);
      assert.match(
        output.stderr,
        /which the service 1 needs, is already in use/,
      );
      assert.equal(await isPortInUse(free), false);
    } finally {
      server.close();
    }
  });
});
