import { revokedSessionIds } from './sessionRevokedEvent';

describe('revokedSessionIds', () => {
  it('reads the sessions that have ended', () => {
    expect(
      revokedSessionIds({ sessionIds: ['a', 'b'], environment: 'e' }),
    ).toEqual(['a', 'b']);
  });

  it('reads the one session of an earlier version, too', () => {
    expect(revokedSessionIds({ sessionId: 'a', environment: 'e' })).toEqual([
      'a',
    ]);
  });

  it.each([undefined, 'a', {}, { sessionIds: 'a' }, { sessionId: 1 }])(
    'finds none in %j',
    payload => {
      expect(revokedSessionIds(payload)).toEqual([]);
    },
  );
});
