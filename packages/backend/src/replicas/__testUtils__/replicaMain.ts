import { startBackend } from '../../__testUtils__/startBackend';

/**
 * The main file of a replica: a backend in a process of its own, that its
 * parent starts, asks to stop, and kills.
 */
async function main(): Promise<void> {
  process.on('disconnect', () => process.exit(0));
  const options = JSON.parse(process.env.REPLICA_OPTIONS ?? '{}');
  const backend = await startBackend(options);
  process.on('message', message => {
    if (message === 'logs') {
      process.send?.({ logs: backend.logs });
    }
    if (message === 'stop') {
      backend
        .stop()
        .then(() => process.exit(0))
        .catch(error => {
          process.stderr.write(`${error}\n`);
          process.exit(1);
        });
    }
  });
  process.send?.('ready');
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
