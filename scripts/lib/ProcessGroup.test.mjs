import assert from 'node:assert/strict';
import { once } from 'node:events';
import { describe, it } from 'node:test';

import { ProcessGroup } from './ProcessGroup.mjs';

const GRANDCHILD = 'setInterval(() => {}, 1000)';
const PARENT = `
  const child = require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(
    GRANDCHILD,
  )}], { stdio: 'inherit' });
  console.log(child.pid);
  setInterval(() => {}, 1000);
`;

function start(group, code) {
  group.start({
    name: 'fixture',
    command: process.execPath,
    args: ['-e', code],
  });
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('ProcessGroup', () => {
  it('stops what its processes have started, too', async () => {
    const group = new ProcessGroup();
    start(group, PARENT);
    const [, pid] = await once(group, 'line');
    assert.equal(isAlive(Number(pid)), true);

    await group.stop();

    assert.equal(isAlive(Number(pid)), false);
  });

  it('tells when a process ends by itself', async () => {
    const group = new ProcessGroup();
    start(group, 'process.exit(3)');
    assert.deepEqual(await once(group, 'exit'), ['fixture', 3]);
    await group.stop();
  });

  it('does not tell of an end that it was asked for', async () => {
    const group = new ProcessGroup();
    let exits = 0;
    group.on('exit', () => {
      exits += 1;
    });
    start(group, PARENT);
    await once(group, 'line');
    await group.stop();
    assert.equal(exits, 0);
  });
});
