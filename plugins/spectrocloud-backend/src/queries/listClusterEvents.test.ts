import * as fixtures from '../__fixtures__/palette';
import {
  DANA,
  startTestApi,
  type TestApi,
} from '../__testUtils__/startTestApi';

const EVENTS = 'GET /v1/events/components/spectrocluster/*';

describe('the events of a cluster', () => {
  let api: TestApi;

  beforeEach(async () => {
    api = await startTestApi();
    api.tokens.signIn(DANA);
  });

  afterEach(() => api.stop());

  it('are the newest, which Palette has to be told', async () => {
    // As Palette's: one page, of which the order decides what it holds.
    const all = Array.from({ length: 60 }, (_, index) => ({
      ...fixtures.events.items[0],
      metadata: {
        uid: `event-${index}`,
        lastModifiedTimestamp: new Date(index * 60_000).toISOString(),
      },
    }));
    api.palette.on(EVENTS, ({ query }) => ({
      body: {
        items: (query.get('orderBy') === 'metadata.lastModifiedTimestamp=-1'
          ? all.toReversed()
          : all
        ).slice(0, Number(query.get('limit'))),
      },
    }));
    const { body } = await api
      .asUser()
      .get('/clusters/cluster-1/events?projectUid=project-1');
    expect(body.events).toHaveLength(50);
    expect(body.events[0].uid).toBe('event-59');
    expect(body.events[49].uid).toBe('event-10');
  });
});
