import * as fixtures from '../__fixtures__/palette';
import {
  DANA,
  startTestApi,
  type TestApi,
} from '../__testUtils__/startTestApi';

const PATH = '/clusters/cluster-1/state?projectUid=project-1';

describe('getClusterState', () => {
  let api: TestApi;

  beforeEach(async () => {
    api = await startTestApi();
    api.tokens.signIn(DANA);
    api.palette.on('GET /v1/spectroclusters/*', {
      body: fixtures.wholeCluster,
    });
  });

  afterEach(() => api.stop());

  it('costs one call, outside of the dashboard, and each time anew', async () => {
    for (const times of [1, 2]) {
      const { body } = await api.asUser().get(PATH);
      expect(body).toEqual({ uid: 'cluster-1', state: 'Provisioning' });
      expect(api.palette.calls.map(({ path }) => path)).toEqual(
        Array(times).fill('/v1/spectroclusters/cluster-1'),
      );
    }
  });

  it('tells what life a virtual cluster leads', async () => {
    const virtual = { lifecycleStatus: { status: 'Pausing' } };
    api.palette.on('GET /v1/spectroclusters/*', {
      body: { status: { state: 'Running', virtual } },
    });
    const { body } = await api.asUser().get(PATH);
    expect(body).toMatchObject({ state: 'Running', lifecycle: 'Pausing' });
  });

  it('says that it is not found when it has gone, though Palette still tells', async () => {
    api.palette.on('GET /v1/spectroclusters/*', {
      body: { status: { state: 'Deleted' } },
    });
    expect((await api.asUser().get(PATH)).status).toBe(404);
  });
});
