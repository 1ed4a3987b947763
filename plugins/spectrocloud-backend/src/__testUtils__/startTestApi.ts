import type { AddressInfo } from 'node:net';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import {
  actionsRegistryServiceMock,
  metricsServiceMock,
} from '@backstage/backend-test-utils/alpha';
import {
  type EventParams,
  eventsServiceRef,
  type EventsServiceSubscribeOptions,
} from '@backstage/plugin-events-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { JsonObject } from '@backstage/types';
import {
  SESSION_REVOKED_TOPIC,
  spectroCloudTokenServiceRef,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import request from 'supertest';
import { spectroCloudPlugin } from '../plugin';
import { FakePalette } from './FakePalette';
import { FakeTokens } from './FakeTokens';

// A busy machine takes its time.
jest.setTimeout(30_000);

export const DANA = 'user:default/dana';
export const ADA = 'user:default/ada';

/** What a test may set. */
export interface TestApiOptions {
  /** Merged over the keys of `spectrocloud`. */
  spectrocloud?: JsonObject;
  /** `spectrocloud.environments`, given the URL of the fake Palette. */
  environments?: (url: string) => JsonObject[];
  /** Names of permissions that are denied. */
  denied?: string[];
}

/** The plugin in a test backend, before a fake Palette. */
export async function startTestApi(options: TestApiOptions = {}) {
  const palette = await FakePalette.start();
  const tokens = new FakeTokens();
  const actions = actionsRegistryServiceMock();
  const auditor = mockServices.auditor.mock();
  const auditSuccess = jest.fn();
  const auditFail = jest.fn();
  auditor.createEvent.mockImplementation(async () => ({
    success: auditSuccess,
    fail: auditFail,
  }));
  const permissionsRegistry = mockServices.permissionsRegistry.mock();
  const subscriptions: EventsServiceSubscribeOptions[] = [];
  const publish = jest.fn(async (_event: EventParams) => {});
  const logger = mockServices.logger.mock();
  logger.child.mockReturnValue(logger);
  const denied = new Set(options.denied);
  const authorize: jest.Mock = jest.fn(
    async (asked: Array<{ permission: { name: string } }>) =>
      asked.map(({ permission }) => ({
        result: denied.has(permission.name)
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
      })),
  );
  const backend = await startTestBackend({
    features: [
      spectroCloudPlugin,
      createServiceFactory({
        service: actionsRegistryServiceRef,
        deps: {},
        factory: () => actions,
      }),
      metricsServiceMock.mock().factory,
      createServiceFactory({
        service: coreServices.auditor,
        deps: {},
        factory: () => auditor,
      }),
      createServiceFactory({
        service: coreServices.permissions,
        deps: {},
        factory: () => ({ authorize, authorizeConditional: authorize }),
      }),
      createServiceFactory({
        service: coreServices.permissionsRegistry,
        deps: {},
        factory: () => permissionsRegistry,
      }),
      createServiceFactory({
        service: coreServices.logger,
        deps: {},
        factory: () => logger,
      }),
      createServiceFactory({
        service: eventsServiceRef,
        deps: {},
        factory: () => ({
          publish,
          subscribe: async subscription => {
            if (subscription.topics.includes(SESSION_REVOKED_TOPIC)) {
              subscriptions.push(subscription);
            }
          },
        }),
      }),
      createServiceFactory({
        service: spectroCloudTokenServiceRef,
        deps: {},
        factory: () => tokens,
      }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'https://backstage.example' },
          spectrocloud: {
            environments: options.environments?.(palette.url) ?? [
              { name: 'demo', url: palette.url, tenant: 'demo' },
            ],
            // Tests change their minds between requests.
            permissionTtl: { seconds: 0 },
            ...options.spectrocloud,
          },
        },
      }),
    ],
  }).catch(async error => {
    await palette.close();
    throw error;
  });
  const revoke = async (sessionId: string) => {
    await Promise.all(
      subscriptions.map(({ onEvent }) =>
        onEvent({
          topic: SESSION_REVOKED_TOPIC,
          eventPayload: { sessionIds: [sessionId], environment: 'development' },
        }),
      ),
    );
  };
  const as = (header: string) => ({
    get: (path: string) =>
      request(backend.server)
        .get(`/api/spectrocloud${path}`)
        .set('Authorization', header),
    post: (path: string, body?: object) =>
      request(backend.server)
        .post(`/api/spectrocloud${path}`)
        .set('Authorization', header)
        .send(body),
  });
  return {
    /** Where the API listens. */
    address: () => backend.server.address() as AddressInfo,
    palette,
    tokens,
    denied,
    actions,
    auditor,
    /** Events that were published. */
    publish,
    auditSuccess,
    auditFail,
    authorize,
    addPermissions: permissionsRegistry.addPermissions,
    logger,
    /** Publishes the event that a session was revoked. */
    revoke,
    /** Calls with an `Authorization` header. */
    as,
    /** Calls as a user. */
    asUser: (user: string = DANA) => as(mockCredentials.user.header(user)),
    /** Calls as a service. */
    asService: (subject = 'external:ci') =>
      as(
        mockCredentials.service.header({
          onBehalfOf: mockCredentials.service(subject),
          targetPluginId: 'spectrocloud',
        }),
      ),
    /** Calls without credentials. */
    asNobody: () => as(mockCredentials.none.header()),
    async stop() {
      await backend.stop();
      await palette.close();
    },
  };
}

export type TestApi = Awaited<ReturnType<typeof startTestApi>>;
