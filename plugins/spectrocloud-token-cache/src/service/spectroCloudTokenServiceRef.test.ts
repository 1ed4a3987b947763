import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import {
  DefaultEventsService,
  eventsServiceRef,
} from '@backstage/plugin-events-node';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SpectroCloudTokenService } from '../SpectroCloudTokenService';
import { SESSION_REVOKED_TOPIC } from './sessionRevokedEvent';
import { spectroCloudTokenServiceRef } from './spectroCloudTokenServiceRef';

/** A second installed copy of the library: another module instance with the same service id. */
function loadSecondCopy(): typeof spectroCloudTokenServiceRef {
  let copy: typeof spectroCloudTokenServiceRef | undefined;
  jest.isolateModules(() => {
    copy = jest.requireActual(
      './spectroCloudTokenServiceRef',
    ).spectroCloudTokenServiceRef;
  });
  return copy!;
}

describe('spectroCloudTokenServiceRef', () => {
  it('gives each plugin its own client, in two installed copies, each told of sessions that end', async () => {
    let asked = 0;
    const authPlugin = createServer((_, res) => {
      asked += 1;
      res.setHeader('content-type', 'application/json');
      res.end(
        JSON.stringify({
          token: `token ${asked}`,
          sessionId: 'row',
          environment: 'production',
          identity: { tenantUid: 't', userUid: 'u' },
        }),
      );
    });
    await new Promise<void>(done => {
      authPlugin.listen(0, '127.0.0.1', done);
    });
    const { port } = authPlugin.address() as AddressInfo;

    const services: SpectroCloudTokenService[] = [];
    const events = DefaultEventsService.create({
      logger: mockServices.logger.mock(),
      useEventBus: 'never',
    });
    const pluginUsing = (
      pluginId: string,
      ref: typeof spectroCloudTokenServiceRef,
    ) =>
      createBackendPlugin({
        pluginId,
        register(env) {
          env.registerInit({
            deps: { tokens: ref },
            async init({ tokens }) {
              services.push(tokens);
            },
          });
        },
      });
    const secondCopy = loadSecondCopy();
    expect(secondCopy).not.toBe(spectroCloudTokenServiceRef);

    await startTestBackend({
      features: [
        // As every backend has it: shared by all copies of its reference.
        createServiceFactory({
          service: eventsServiceRef,
          deps: {},
          factory: () => events,
        }),
        pluginUsing('one', spectroCloudTokenServiceRef),
        pluginUsing('two', secondCopy),
        createServiceFactory({
          service: coreServices.discovery,
          deps: {},
          factory: () => ({
            getBaseUrl: async pluginId =>
              `http://127.0.0.1:${port}/api/${pluginId}`,
            getExternalBaseUrl: async pluginId =>
              `http://127.0.0.1:${port}/api/${pluginId}`,
          }),
        }),
      ],
    });
    const get = (service: SpectroCloudTokenService) =>
      service.getSessionToken({
        credentials: mockCredentials.user(),
        environment: 'production',
      });

    expect(services).toHaveLength(2);
    for (const service of services) {
      await get(service);
      await get(service);
    }
    expect(asked).toBe(2);
    await events.publish({
      topic: SESSION_REVOKED_TOPIC,
      eventPayload: { sessionIds: ['other', 'row'], environment: 'production' },
    });
    for (const service of services) {
      await get(service);
    }
    expect(asked).toBe(4);
    authPlugin.close();
  });

  it('subscribes under another id in each process, since subscribers of one id share the events', async () => {
    const events = mockServices.events.mock();
    for (let replica = 0; replica < 2; replica += 1) {
      await startTestBackend({
        features: [
          events.factory,
          createBackendPlugin({
            pluginId: 'spectrocloud',
            register(env) {
              env.registerInit({
                deps: { tokens: spectroCloudTokenServiceRef },
                async init() {},
              });
            },
          }),
        ],
      });
    }
    const ids = events.subscribe.mock.calls.map(([{ id }]) => id);
    expect(ids).toHaveLength(2);
    expect(ids[0]).not.toBe(ids[1]);
  });
});
