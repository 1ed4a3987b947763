/**
 * Starts what `npm run demo` starts, with the app as it is deployed: built once,
 * which each page loads in a third of the development server's time. The tests
 * have the backend restarted (POST /backend/restart) and the development server
 * in the app's place and back (POST /app/develop, /app/serve); GET /ready says
 * whether all runs. Its port is 7021; port 3001 serves the same app on a second
 * origin. What the services print is in .reports/*.log.
 */
import { createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { resolve } from 'node:path';

import { ProcessGroup } from '../../scripts/lib/ProcessGroup.mjs';
import { Problem, runMain } from '../../scripts/lib/Problem.mjs';
import { bin, DEMO_DIR, REPORTS_DIR, ROOT } from '../../scripts/lib/paths.mjs';
import { checkPortsFree } from '../../scripts/lib/ports.mjs';
import { runQuietly } from '../../scripts/lib/run.mjs';
import { sampleServices } from '../../scripts/lib/services.mjs';
import { waitUntilReady } from '../../scripts/lib/waitUntilReady.mjs';

const CONTROL_PORT = 7021;
const SECOND_ORIGIN_PORT = 3001;
const READY_TIMEOUT_MS = 5 * 60_000;
const CONFIG_FILES = ['app-config.yaml', 'e2e-tests/app-config.e2e.yaml'];

const [simulator, sampleBackend, developedApp] = sampleServices({
  watch: false,
});
const backend = {
  ...sampleBackend,
  args: [...sampleBackend.args, ...configArguments()],
};
const builtApp = {
  ...developedApp,
  command: bin('sirv'),
  args: ['dist', '--single', '--port', String(developedApp.port)],
};
const services = [simulator, backend, builtApp];
const restarts = {
  '/backend/restart': backend,
  '/app/develop': developedApp,
  '/app/serve': builtApp,
};
const groups = new Map();
const logs = new Map();
const giveUp = new AbortController();
let ready = false;

await runMain(async () => {
  await checkPortsFree([
    ...services.map(({ title, port }) => ({ name: title, port })),
    { name: 'supervisor', port: CONTROL_PORT },
    { name: 'second origin', port: SECOND_ORIGIN_PORT },
  ]);
  rmSync(resolve(DEMO_DIR, 'e2e'), { recursive: true, force: true });
  mkdirSync(resolve(DEMO_DIR, 'e2e'), { recursive: true });

  mkdirSync(REPORTS_DIR, { recursive: true });
  for (const { name } of services) {
    logs.set(name, createWriteStream(resolve(REPORTS_DIR, `${name}.log`)));
  }

  createServer(control).listen(CONTROL_PORT);
  createServer(forwardToApp).listen(SECOND_ORIGIN_PORT);
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, stop);
  }
  await Promise.all([
    start(simulator),
    start(backend),
    buildApp().then(() => start(builtApp)),
  ]);
  ready = true;
});

async function buildApp() {
  const args = ['package', 'build'];
  const { cwd } = builtApp;
  const { code, stdout } = await runQuietly(bin('backstage-cli'), args, {
    cwd,
  });
  if (code !== 0) {
    throw new Problem(`The app could not be built:\n${stdout}`);
  }
}

async function start(service) {
  const group = new ProcessGroup();
  groups.set(service.name, group);
  group.on('line', (name, text) => logs.get(name).write(`${text}\n`));
  group.on('exit', (name, code) => {
    process.stderr.write(
      `The ${name} ended with exit code ${code}; see .reports/${name}.log\n`,
    );
    stop(1);
  });
  group.start(service);
  await waitUntilReady(service, {
    timeoutMs: READY_TIMEOUT_MS,
    signal: giveUp.signal,
  });
}

async function stop(code) {
  giveUp.abort();
  await Promise.all([...groups.values()].map(group => group.stop()));
  process.exit(code === 1 ? 1 : 0);
}

async function control(req, res) {
  const answer = (status, text) => res.writeHead(status).end(text);
  if (req.method === 'GET' && req.url === '/ready') {
    answer(ready ? 200 : 503, ready ? 'ready' : 'starting');
  } else if (req.method === 'POST' && restarts[req.url]) {
    const service = restarts[req.url];
    await groups.get(service.name).stop();
    await start(service);
    answer(200, 'started');
  } else {
    answer(404, 'unknown');
  }
}

function forwardToApp(req, res) {
  const upstream = request(
    {
      host: 'localhost',
      port: 3000,
      method: req.method,
      path: req.url,
      headers: { ...req.headers, host: 'localhost:3000' },
    },
    response => {
      res.writeHead(response.statusCode, response.headers);
      response.pipe(res);
    },
  );
  upstream.once('error', () => res.writeHead(502).end());
  req.pipe(upstream);
}

function configArguments() {
  return CONFIG_FILES.flatMap(file => ['--config', resolve(ROOT, file)]);
}
