import { answerAll } from '../__testUtils__/routeCases';
import {
  ADA,
  DANA,
  startTestApi,
  type TestApi,
} from '../__testUtils__/startTestApi';

const PATH = '/clusters?projectUid=project-1';

describe('SharedAnswer', () => {
  let api: TestApi;

  beforeEach(async () => {
    api = await startTestApi();
    api.tokens.signIn(DANA);
    answerAll(api.palette);
  });

  afterEach(() => api.stop());

  const get = (headers: Record<string, string> = {}, user = DANA) =>
    api.asUser(user).get(PATH).set(headers);

  it('is the same for as long as the list is held, and not sent to who has it', async () => {
    const first = await get();
    expect(first.status).toBe(200);
    expect(first.type).toBe('application/json');
    const etag = first.get('ETag')!;
    const again = await get({ 'If-None-Match': etag });
    expect(again.status).toBe(304);
    expect(again.text).toBe('');
    expect(again.get('Cache-Control')).toBe('private, no-store');
    const other = await get({ 'If-None-Match': '"another"' });
    expect(other.body).toEqual(first.body);
  });

  it('is sent again once Palette says something else', async () => {
    const first = await get();
    api.palette.on('POST /v1/dashboard/spectroclusters/search', {
      body: { items: [] },
    });
    const fresh = await api
      .asUser()
      .get(PATH)
      .set({ 'If-None-Match': first.get('ETag')! })
      .set('Cache-Control', 'no-cache');
    expect(fresh.status).toBe(200);
    expect(fresh.body).toEqual({ clusters: [] });
    expect(fresh.get('ETag')).not.toBe(first.get('ETag'));
  });

  it('is kept apart for each kind of list', async () => {
    const hosts = await get();
    const { body } = await api
      .asUser()
      .get('/virtualclusters?projectUid=project-1');
    expect(Object.keys(hosts.body)).toEqual(['clusters']);
    expect(Object.keys(body)).toEqual(['virtualClusters']);
  });

  it('is for nobody who lacks the permission or the session, whatever they have', async () => {
    const etag = (await get()).get('ETag')!;
    expect((await get({ 'If-None-Match': etag }, ADA)).status).toBe(401);
    api.denied.add('spectrocloud.cluster.view-info');
    expect((await get({ 'If-None-Match': etag })).status).toBe(403);
  });
});
