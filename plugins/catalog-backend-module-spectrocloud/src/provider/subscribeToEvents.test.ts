import { mockServices } from '@backstage/backend-test-utils';
import type { EventParams } from '@backstage/plugin-events-node';
import type { PaletteEntityProvider } from './PaletteEntityProvider';
import { subscribeToEvents } from './subscribeToEvents';

const MISSING = {
  topic: 'spectrocloud.user-missing',
  eventPayload: {
    environment: 'development',
    userUid: 'u1',
    tenantUid: 't1',
  },
};
const CHANGED = {
  topic: 'spectrocloud.cluster-changed',
  eventPayload: {
    instance: 'demo',
    projectUid: 'p1',
    clusterUid: 'c1',
    change: 'created',
  },
};

describe('subscribeToEvents', () => {
  let now = 1;
  const addUser = jest.fn();
  const updateCluster = jest.fn();
  const logger = mockServices.logger.mock();
  const provider = {
    addUser,
    updateCluster,
    getProviderName: () => 'spectrocloud:demo',
  } as unknown as PaletteEntityProvider;
  let subscribed: string[];
  let send: (event: EventParams) => Promise<void>;

  beforeEach(async () => {
    jest.resetAllMocks();
    now = 1;
    await subscribeToEvents([provider], {
      logger,
      now: () => now,
      events: {
        publish: jest.fn(),
        async subscribe({ topics, onEvent }) {
          subscribed = topics;
          send = onEvent;
        },
      },
    });
  });

  it('tells providers of users and clusters', async () => {
    await send(MISSING);
    await send(CHANGED);
    expect(subscribed).toEqual([MISSING.topic, CHANGED.topic]);
    expect(addUser).toHaveBeenCalledWith(MISSING.eventPayload);
    expect(updateCluster).toHaveBeenCalledWith(CHANGED.eventPayload);
  });

  it('tells of one user once a minute', async () => {
    await send(MISSING);
    await send(MISSING);
    await send({
      ...MISSING,
      eventPayload: { ...MISSING.eventPayload, userUid: 'u2' },
    });
    expect(addUser).toHaveBeenCalledTimes(2);
    now += 60_001;
    await send(MISSING);
    expect(addUser).toHaveBeenCalledTimes(3);
  });

  it.each([
    { ...MISSING, eventPayload: { userUid: 'u1' } },
    {
      ...MISSING,
      eventPayload: { ...MISSING.eventPayload, userUid: '../admin' },
    },
    { ...CHANGED, eventPayload: { ...CHANGED.eventPayload, change: 'x' } },
    { ...CHANGED, eventPayload: undefined },
  ])('believes no malformed event', async event => {
    await send(event);
    expect(addUser).not.toHaveBeenCalled();
    expect(updateCluster).not.toHaveBeenCalled();
  });

  it('says in the log that something will take longer', async () => {
    addUser.mockRejectedValue(new Error('Palette is down'));
    await send(MISSING);
    expect(logger.warn.mock.calls[0][0]).toMatch(
      /only with the next run of spectrocloud:demo.*Palette is down/,
    );
    expect(logger.warn.mock.calls[0][0]).not.toContain('u1');
  });
});
