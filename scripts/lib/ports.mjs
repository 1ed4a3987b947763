import { connect } from 'node:net';

import { Problem } from './Problem.mjs';

const LOOPBACKS = ['127.0.0.1', '::1'];
const CONNECT_TIMEOUT_MS = 1_000;

/** Whether something on this machine listens at the port, on IPv4 or IPv6. */
export async function isPortInUse(port) {
  const answers = await Promise.all(
    LOOPBACKS.map(host => accepts({ host, port })),
  );
  return answers.includes(true);
}

/** Throws for the first of `[{ name, port }]` that something else has taken. */
export async function checkPortsFree(services) {
  for (const { name, port } of services) {
    if (await isPortInUse(port)) {
      throw new Problem(
        `Port ${port}, which the ${name} needs, is already in use: stop the program that listens there (\`lsof -i :${port}\` names it) and run this again.`,
      );
    }
  }
}

function accepts({ host, port }) {
  return new Promise(resolve => {
    const socket = connect({ host, port, timeout: CONNECT_TIMEOUT_MS });
    const done = inUse => {
      socket.destroy();
      resolve(inUse);
    };
    socket.once('connect', () => done(true));
    socket.once('timeout', () => done(false));
    socket.once('error', () => done(false));
  });
}
