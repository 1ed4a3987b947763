import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import kubernetesPlugin from '@backstage/plugin-kubernetes-backend';
import kubernetesModule from '@terasky/backstage-plugin-kubernetes-backend-module-spectrocloud';
import { demoComponent, demoUsers } from '../../__testUtils__/demoUsers';
import { startBackend } from '../../__testUtils__/startBackend';

/**
 * The main file of a replica: a backend in a process of its own, that its
 * parent starts, asks to stop, and kills.
 */
async function main(): Promise<void> {
  process.on('disconnect', () => process.exit(0));
  const options = JSON.parse(process.env.REPLICA_OPTIONS ?? '{}');
  const backend = await startBackend(
    options.with?.includes('kubernetes')
      ? {
          ...options,
          without: ['demo users'],
          features: [
            kubernetesPlugin,
            kubernetesModule,
            catalogServiceMock.factory({
              entities: [...demoUsers, demoComponent],
            }),
          ],
        }
      : options,
  );
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
