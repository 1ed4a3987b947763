import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { ConfigReader } from '@backstage/config';
import { Keyring } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { createSessions } from './createSessions';

const databases = TestDatabases.create({
  ids: ['SQLITE_3'],
  disableDocker: true,
});

describe('createSessions', () => {
  function options(database: ReturnType<typeof mockServices.database.mock>) {
    const scheduler = mockServices.scheduler.mock({
      scheduleTask: jest.fn(async () => {}),
    });
    return {
      services: {
        auditor: mockServices.auditor.mock(),
        database,
        events: mockServices.events.mock(),
        httpAuth: mockServices.httpAuth.mock(),
        lifecycle: mockServices.lifecycle.mock(),
        logger: mockServices.logger.mock(),
        metrics: metricsServiceMock.mock({
          createCounter: () => ({ add: () => {} }),
          createHistogram: () => ({ record: () => {} }),
        }),
        scheduler,
      },
      config: new ConfigReader({}),
      callDuration: { record: () => {} },
      keyring: Keyring.fromSecrets(['secret of the keyring']),
      environments: [],
      resolveOwner: async () => undefined,
      revokeRefreshToken: async () => {},
      renewIdToken: async () => ({}),
      readHandles: () => [],
      readSealed: () => [],
    };
  }

  it('sweeps regularly, once across replicas', async () => {
    const knex = await databases.init('SQLITE_3');
    const { services, ...others } = options(
      mockServices.database.mock({ getClient: async () => knex }),
    );
    const { loginStates } = createSessions({ services, ...others });
    expect(await loginStates.claim('old', new Date(0))).toBe(true);
    const [[revocations], [task]] = services.scheduler.scheduleTask.mock.calls;
    expect(task).toMatchObject({
      id: 'spectrocloud-sessions-sweep',
      scope: 'global',
    });
    expect(revocations).toMatchObject({
      id: 'spectrocloud-session-revocations',
      scope: 'global',
    });
    await revocations.fn(new AbortController().signal);
    await task.fn(new AbortController().signal);
    expect(await knex('spectrocloud_used_states').select()).toEqual([]);
  });

  it('does not fail with a database that is down', async () => {
    const { services, ...others } = options(
      mockServices.database.mock({
        getClient: async () => {
          throw new Error('connect ECONNREFUSED');
        },
      }),
    );
    services.scheduler.scheduleTask.mockRejectedValue(new Error('down too'));
    const { loginStates } = createSessions({ services, ...others });
    await expect(loginStates.claim('s', new Date())).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
  });
});
