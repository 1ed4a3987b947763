import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type { VirtualClusterSummary } from '@terasky/backstage-plugin-spectrocloud-common';
import { createTestDatabases, databaseIds } from '../__testUtils__/databases';
import { testCluster } from '../__testUtils__/testApi';
import { ClusterNotifier } from './ClusterNotifier';
import type { Condition } from './clusterConditions';
import { NotifiedStore } from './NotifiedStore';

const entityOf = ({ metadata }: VirtualClusterSummary): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: {
    name: metadata.uid,
    namespace: 'default',
    annotations: { 'spectrocloud.com/cluster-uid': metadata.uid },
  },
  spec: { owner: 'group:default/payments' },
});
const cluster = (
  uid: string,
  health: string | undefined,
  more: VirtualClusterSummary['status'] = {},
) => testCluster(uid, { status: { health: { state: health }, ...more } });

const databases = createTestDatabases();

describe.each(databaseIds)('ClusterNotifier (%s)', id => {
  const send = jest.fn();
  const logger = mockServices.logger.mock();

  /** Two replicas that share a database. */
  async function setUp(conditions: Condition[] = ['unhealthy']) {
    const knex = await databases.init(id);
    const replica = (instance = 'demo') =>
      new ClusterNotifier({
        config: { instance, notifications: new Set(conditions) },
        notifications: { send },
        store: new NotifiedStore(mockServices.database({ knex })),
        logger,
      });
    return { one: replica(), other: replica(), spare: replica('spare') };
  }
  const look = async (
    notifier: ClusterNotifier,
    ...clusters: VirtualClusterSummary[]
  ) => notifier.notify(clusters, clusters.map(entityOf));
  const titles = () => send.mock.calls.map(([{ payload }]) => payload.title);

  beforeEach(() => {
    jest.clearAllMocks();
    send.mockResolvedValue(undefined);
  });

  it('tells the owner of a cluster when it becomes unhealthy, once, whichever replica looks', async () => {
    const { one, other } = await setUp();
    await look(one, cluster('c1', 'Healthy'));
    await look(one, cluster('c1', 'UnHealthy'));
    await look(one, cluster('c1', 'UnHealthy'));
    await look(other, cluster('c1', 'UnHealthy'));
    expect(send.mock.calls).toEqual([
      [
        {
          recipients: {
            type: 'entity',
            entityRef: 'group:default/payments',
          },
          payload: {
            title: 'c1 is unhealthy',
            link: '/catalog/default/resource/c1',
            severity: 'high',
            topic: 'Palette clusters',
            scope: 'spectrocloud:demo:c1:unhealthy',
          },
        },
      ],
    ]);
  });

  it('tells again when it was healthy in between, and not when that is unknown', async () => {
    const { one } = await setUp();
    await look(one);
    await look(one, cluster('c1', 'UnHealthy'));
    await look(one, cluster('c1', undefined));
    await look(one, cluster('c1', 'Unknown'));
    await look(one, cluster('c1', 'UnHealthy'));
    expect(send).toHaveBeenCalledTimes(1);
    await look(one, cluster('c1', 'Healthy'));
    await look(one, cluster('c1', 'UnHealthy'));
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('tells nothing of what was so when it looked for the first time', async () => {
    const { one } = await setUp();
    await look(one, cluster('c1', 'UnHealthy'));
    await look(one, cluster('c1', 'UnHealthy'));
    expect(send).not.toHaveBeenCalled();
  });

  it('tells of what is configured, and of nothing else', async () => {
    const { one } = await setUp(['repave', 'update']);
    const sick = cluster('c1', 'UnHealthy', {
      repave: 'Pending',
      updateAvailable: true,
    });
    await look(one);
    await look(one, sick, cluster('c2', 'Healthy', { repave: 'Approved' }));
    expect(titles().sort()).toEqual([
      'c1 can be updated',
      'c1 waits for somebody to approve that its nodes are replaced',
    ]);
    const { one: silent } = await setUp([]);
    await look(silent);
    await look(silent, sick);
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('tells in the next run what it could not', async () => {
    const { one } = await setUp();
    await look(one);
    send.mockRejectedValueOnce(new Error('no notifications plugin'));
    await look(one, cluster('c1', 'UnHealthy'));
    expect(logger.warn.mock.calls[0][0]).toContain('no notifications plugin');
    await look(one, cluster('c1', 'UnHealthy'));
    expect(titles()).toEqual(['c1 is unhealthy', 'c1 is unhealthy']);
    await look(one, cluster('c1', 'UnHealthy'));
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('keeps Palettes apart', async () => {
    const { one, spare } = await setUp();
    await look(one);
    await look(one, cluster('c1', 'UnHealthy'));
    await look(spare, cluster('c1', 'UnHealthy'));
    expect(send).toHaveBeenCalledTimes(1);
  });
});
