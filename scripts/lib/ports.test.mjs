import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, it } from 'node:test';

import { checkPortsFree, isPortInUse } from './ports.mjs';

async function listenOn(host) {
  const server = createServer().listen(0, host);
  await once(server, 'listening');
  return { port: server.address().port, close: () => server.close() };
}

describe('checkPortsFree', () => {
  for (const host of ['127.0.0.1', '::']) {
    it(`names the port, who needs it and the remedy when ${host} has it`, async () => {
      const { port, close } = await listenOn(host);
      try {
        await assert.rejects(
          checkPortsFree([{ name: 'backend', port }]),
          new RegExp(
            `^Error: Port ${port}, which the backend needs, is already in use: .*lsof -i :${port}`,
          ),
        );
        assert.equal(await isPortInUse(port), true);
      } finally {
        close();
      }
    });
  }

  it('accepts a free port', async () => {
    const { port, close } = await listenOn('127.0.0.1');
    close();
    await checkPortsFree([{ name: 'backend', port }]);
  });
});
