import * as fixtures from '../__fixtures__/palette';
import { answerAll } from '../__testUtils__/routeCases';
import {
  DANA,
  startTestApi,
  type TestApi,
} from '../__testUtils__/startTestApi';

const SCOPE = '?projectUid=project-1';

describe('notifications', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi({ spectrocloud: { listTtl: { seconds: 0 } } });
  });

  beforeEach(() => {
    api.palette.reset();
    api.tokens.signIn(DANA);
    answerAll(api.palette);
  });

  afterAll(() => api.stop());

  const get = async (path: string) => api.asUser().get(`${path}${SCOPE}`);
  const uidsOf = (body: { notifications: Array<{ uid: string }> }) =>
    body.notifications.map(({ uid }) => uid);

  it('of the fleet are those that are open, of clusters that the caller sees, the most urgent first', async () => {
    const { body } = await get('/notifications');
    expect(uidsOf(body)).toEqual(['newer', 'unseen', 'seen', 'information']);
    expect(body.notifications[1]).toEqual({
      uid: 'unseen',
      action: 'NotifyActionPacksUpdate',
      message: 'Message of unseen',
      details: ['kubernetes-eks has 1.31.0'],
      isInfo: false,
      isAcknowledged: false,
      at: '2026-06-01T10:00:00.000Z',
      cluster: { uid: 'cluster-1', name: 'prod', projectUid: 'project-1' },
    });
  });

  it('of a cluster are asked for as not done, the newest, whatever Palette makes of that', async () => {
    const { body } = await get('/clusters/cluster-1/notifications');
    expect(uidsOf(body)).not.toContain('done');
    const [{ path, query }] = api.palette.calls;
    expect(path).toBe('/v1/notifications/spectrocluster/cluster-1');
    expect(Object.fromEntries(query)).toEqual({
      isDone: 'false',
      limit: '50',
      orderBy: 'metadata.lastModifiedTimestamp=-1',
    });
  });

  it.each([
    ['nothing', {}, 0],
    ['null', { items: null }, 0],
    ['empty objects', { items: [{}, null] }, 1],
    ['null members', { items: [{ metadata: null, action: null }] }, 1],
    [
      'wrong types',
      {
        items: [
          {
            metadata: { uid: 'a', lastModifiedTimestamp: '0001-01-01T00:00Z' },
            relatedObject: 'cluster',
            action: { events: { a: 'b', c: { d: 7 } }, isInfo: 'yes', ack: 1 },
          },
        ],
      },
      1,
    ],
  ])('may be %s', async (_, body, expected) => {
    api.palette
      .on('GET /v1/notifications/', { body })
      .on('GET /v1/notifications/spectrocluster/*', { body });
    const own = await get('/clusters/cluster-1/notifications');
    expect([own.status, own.body.notifications.length]).toEqual([
      200,
      expected,
    ]);
    expect((await get('/notifications')).body.notifications).toEqual([]);
  });

  it('are of the cluster that Palette lists, whatever name they give it', async () => {
    const [first] = fixtures.notifications.items;
    api.palette.on('GET /v1/notifications/', {
      body: {
        items: [
          { ...first, relatedObject: { ...first.relatedObject, name: 'x' } },
        ],
      },
    });
    const { body } = await get('/notifications');
    expect(body.notifications[0].cluster.name).toBe('prod');
  });
});
