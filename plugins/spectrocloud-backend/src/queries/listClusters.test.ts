import { clusterRow } from '../__fixtures__/palette';
import * as fixtures from '../__fixtures__/palette';
import {
  DANA,
  startTestApi,
  type TestApi,
} from '../__testUtils__/startTestApi';

describe('listClusters', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi({ spectrocloud: { listTtl: { seconds: 0 } } });
    api.tokens.signIn(DANA);
    api.palette.on('GET /v1/users/me', { body: fixtures.adminMe });
  });

  afterAll(() => api.stop());

  const namesOf = async (items: object[]) => {
    api.palette.on('POST /v1/dashboard/spectroclusters/search', {
      body: { items },
    });
    const { body } = await api.asUser().get('/clusters');
    return body.clusters.map(
      ({ metadata }: { metadata: { name: string } }) => metadata.name,
    );
  };

  it('is in the order of the names, whatever order Palette gives', async () => {
    const rows = ['b', 'c', 'a'].map(name => clusterRow(`uid-${name}`, name));
    expect(await namesOf(rows)).toEqual(['a', 'b', 'c']);
  });

  it('leaves out what is gone, though Palette still lists it', async () => {
    const { status: _gone, ...withoutStatus } = clusterRow('uid-b', 'b');
    const rows = [
      clusterRow('uid-a', 'a'),
      withoutStatus,
      { ...clusterRow('uid-c', 'c'), status: { state: 'Deleted' } },
    ];
    expect(await namesOf(rows)).toEqual(['a']);
  });
});
