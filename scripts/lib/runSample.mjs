import { ProcessGroup } from './ProcessGroup.mjs';
import { Problem } from './Problem.mjs';
import { checkPortsFree } from './ports.mjs';
import { waitUntilReady } from './waitUntilReady.mjs';

const READY_TIMEOUT_MS = 5 * 60_000;
const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const PARENT_POLL_MS = 500;

// A package script's shell dies of a signal without passing it on.
const SCRIPT_PARENT = process.env.npm_lifecycle_event && process.ppid;

const WELCOME = `
  Backstage with SpectroCloud Palette is ready: http://localhost:3000

  Sign in as
    Ada Admin       ada.admin@spectro.example    a tenant admin, sees every project
    Dana Developer  dev.dana@acme.example        sees two projects
    Olga Outsider   olga.outsider@acme.example   in the catalog because she is in Palette
    Gus Guest       gus.guest@spectro.example    kept out of the catalog, is refused

  The Palette behind it is a simulator: http://localhost:7020
  Ctrl-C stops all three.
`;

/**
 * Starts the sample's services and stays until it is told to stop or one of
 * them ends. Resolves to the exit code.
 */
export async function runSample({ services, onLine, onDeath }) {
  await checkPortsFree(services.map(s => ({ name: s.title, port: s.port })));

  const group = new ProcessGroup();
  group.on('line', onLine);
  const giveUp = new AbortController();
  const died = new Promise((_, reject) => {
    group.on('exit', (name, code) => {
      const service = services.find(s => s.name === name);
      onDeath?.(service);
      reject(
        new Problem(
          `The ${service.title} ended (exit code ${code}), so the others were stopped too.`,
        ),
      );
    });
  });
  const stopped = new Promise(resolve => {
    const stop = () => {
      giveUp.abort();
      resolve();
    };
    for (const signal of STOP_SIGNALS) {
      process.on(signal, () => {
        if (giveUp.signal.aborted) {
          group.kill();
        }
        stop();
      });
    }
    onParentEnd(stop);
  });

  try {
    services.forEach(service => group.start(service));
    const ready = Promise.all(
      services.map(service =>
        waitUntilReady(service, {
          timeoutMs: READY_TIMEOUT_MS,
          signal: giveUp.signal,
        }),
      ),
    );
    await Promise.race([ready, died, stopped]);
    if (!giveUp.signal.aborted) {
      process.stdout.write(`${WELCOME}\n`);
      await Promise.race([died, stopped]);
    }
    process.stdout.write('\nStopping…\n');
    return 0;
  } finally {
    giveUp.abort();
    await group.stop();
  }
}

function onParentEnd(callback) {
  if (!SCRIPT_PARENT) {
    return;
  }
  const timer = setInterval(() => {
    if (process.ppid !== SCRIPT_PARENT) {
      clearInterval(timer);
      callback();
    }
  }, PARENT_POLL_MS);
  timer.unref();
}
