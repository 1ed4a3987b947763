import { mockServices } from '@backstage/backend-test-utils';
import {
  announceRevokedSessions,
  dropRevokedSessions,
} from './sessionRevokedEvent';

describe('dropRevokedSessions', () => {
  const events = mockServices.events.mock();
  const logger = mockServices.logger.mock();
  const holders = [{ dropSessions: jest.fn() }, { dropSessions: jest.fn() }];

  const subscribe = async () => {
    const otherwise = 'Copies are dropped later';
    await dropRevokedSessions(holders, { id: 'a', events, logger, otherwise });
    const [[subscription]] = events.subscribe.mock.calls.slice(-1);
    return subscription;
  };

  const tell = async (eventPayload: unknown) => {
    const { onEvent, topics } = await subscribe();
    await onEvent({ topic: topics[0], eventPayload });
  };

  beforeEach(() => jest.resetAllMocks());

  it('tells each holder which sessions have ended', async () => {
    await tell({ sessionIds: ['a', 'b'], environment: 'e' });
    for (const { dropSessions } of holders) {
      expect(dropSessions.mock.calls).toEqual([[['a', 'b']]]);
    }
  });

  it('reads the one session of an earlier version, too', async () => {
    await tell({ sessionId: 'a', environment: 'e' });
    expect(holders[0].dropSessions.mock.calls).toEqual([[['a']]]);
  });

  it.each([undefined, 'a', {}, { sessionIds: 'a' }, { sessionId: 1 }])(
    'names none of %j',
    async payload => {
      await tell(payload);
      expect(holders[0].dropSessions.mock.calls).toEqual([[[]]]);
    },
  );

  it('is a subscriber of its own in each process, which gets all events', async () => {
    const [one, other] = [await subscribe(), await subscribe()];
    expect(one.topics).toEqual(['spectrocloud.session-revoked']);
    expect(one.id).toMatch(/^a-.{36}$/);
    expect(one.id).not.toBe(other.id);
  });

  it('says what happens instead where there are no events', async () => {
    events.subscribe.mockRejectedValue(new Error('no bus'));
    await subscribe();
    expect(logger.warn.mock.calls).toEqual([
      ['Copies are dropped later: Error: no bus'],
    ]);
  });
});

describe('announceRevokedSessions', () => {
  const events = mockServices.events.mock();
  const logger = mockServices.logger.mock();

  const announce = (count: number) =>
    announceRevokedSessions(
      {
        sessionIds: Array.from({ length: count }, (_, index) => `id ${index}`),
        environment: 'production',
      },
      { events, logger },
    );

  beforeEach(() => {
    jest.resetAllMocks();
    jest.useFakeTimers();
  });
  afterEach(() => jest.useRealTimers());

  it('tells of 500 sessions an event', async () => {
    await announce(501);
    const published = events.publish.mock.calls.map(([event]) => event);
    expect(published).toMatchObject([
      { topic: 'spectrocloud.session-revoked' },
      {
        topic: 'spectrocloud.session-revoked',
        eventPayload: { sessionIds: ['id 500'], environment: 'production' },
      },
    ]);
    expect(published[0].eventPayload).toMatchObject({
      sessionIds: { length: 500 },
    });
  });

  it('says so where there is no event bus', async () => {
    events.publish.mockRejectedValue(new Error('no bus'));
    await announce(2);
    expect(logger.warn.mock.calls).toEqual([
      [
        'The end of 2 Palette sessions, id 0 among them, could not be announced: Error: no bus',
      ],
    ]);
  });

  it('waits two seconds at most', async () => {
    events.publish.mockReturnValue(new Promise(() => {}));
    let isDone = false;
    const announced = announce(1).then(() => {
      isDone = true;
    });
    await jest.advanceTimersByTimeAsync(1_999);
    expect(isDone).toBe(false);
    await jest.advanceTimersByTimeAsync(1);
    await announced;
    expect(isDone).toBe(true);
  });
});
