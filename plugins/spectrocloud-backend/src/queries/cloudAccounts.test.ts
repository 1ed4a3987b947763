import * as fixtures from '../__fixtures__/palette';
import {
  DANA,
  startTestApi,
  type TestApi,
} from '../__testUtils__/startTestApi';

describe('cloud accounts', () => {
  let api: TestApi;

  beforeEach(async () => {
    api = await startTestApi();
    api.tokens.signIn(DANA);
    api.palette.on('GET /v1/dashboard/cloudaccounts/metadata', ({ query }) => ({
      body:
        query.get('environment') === 'aws'
          ? fixtures.cloudAccounts
          : { items: null },
    }));
  });

  afterEach(() => api.stop());

  const list = async (cloudType: string) => {
    const path = `/cloudaccounts/${cloudType}?projectUid=project-1`;
    const { body } = await api.asUser().get(path);
    return body.accounts.map(
      ({ kind, metadata }: { kind: string; metadata: { name: string } }) =>
        `${metadata.name} (${kind})`,
    );
  };

  it.each(['aws', 'eks'])(
    'are those that Palette says are of %s, whether they say so or not',
    async cloudType => {
      expect(await list(cloudType)).toEqual([
        'aws-prod (aws)',
        'aws-stage (aws)',
      ]);
    },
  );

  it('of another cloud are none', async () => {
    expect(await list('gke')).toEqual([]);
    expect(await list('vsphere')).toEqual([]);
    expect(
      api.palette.calls.map(({ query }) => query.get('environment')),
    ).toEqual(['gcp', 'vsphere']);
  });

  it('are found one by one, those without a kind too', async () => {
    const found = await api
      .asUser()
      .get('/cloudaccounts/eks/account-3?projectUid=project-1');
    expect(found.body.metadata.name).toBe('aws-stage');
    const other = await api
      .asUser()
      .get('/cloudaccounts/vsphere/account-3?projectUid=project-1');
    expect(other.status).toBe(404);
  });
});
