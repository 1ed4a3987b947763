import { mockServices } from '@backstage/backend-test-utils';
import { dropRevokedSessions } from './sessionRevokedEvent';

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
