import { clusterRow } from '../__fixtures__/palette';
import {
  DANA,
  startTestApi,
  type TestApi,
} from '../__testUtils__/startTestApi';

const SEARCH = 'POST /v1/dashboard/spectroclusters/search';
const LIMIT = 8 * 1024 * 1024;

describe('a page that is larger than it may be', () => {
  let api: TestApi;

  beforeEach(async () => {
    api = await startTestApi();
    api.tokens.signIn(DANA);
  });

  afterEach(() => api.stop());

  /** 60 rows with packs whose values take as much. */
  const giveRows = (bytesOf: (index: number) => number) =>
    api.palette.on(SEARCH, ({ query }) => {
      const offset = Number(query.get('continue') ?? 0);
      const end = offset + Number(query.get('limit'));
      const items = Array.from({ length: 60 }, (_, index) => index)
        .slice(offset, end)
        .map(index => ({
          ...clusterRow(`c${index}`, `c${String(index).padStart(2, '0')}`),
          values: 'x'.repeat(bytesOf(index)),
        }));
      return {
        body: { items, listmeta: { continue: end < 60 ? String(end) : '' } },
      };
    });

  const get = () => api.asUser().get('/clusters?projectUid=project-1');
  const limits = () =>
    api.palette.calls.map(({ query }) => Number(query.get('limit')));

  it('is asked for again with fewer items, and so are those after it', async () => {
    giveRows(() => 300_000);
    const { body } = await get();
    expect(
      body.clusters.map(
        ({ metadata }: { metadata: { uid: string } }) => metadata.uid,
      ),
    ).toEqual(Array.from({ length: 60 }, (_, index) => `c${index}`));
    expect(limits()).toEqual([50, 25, 25, 25]);
  });

  it('is asked for down to a single item, and up again once items are small', async () => {
    giveRows(index => (index < 2 ? LIMIT * 0.75 : 10));
    const { body } = await get();
    expect(body.clusters).toHaveLength(60);
    expect(limits()).toEqual([50, 25, 13, 7, 4, 2, 1, 1, 1, 2, 4, 8, 16, 32]);
  });

  it('is an error when a single item is larger', async () => {
    giveRows(index => (index === 0 ? LIMIT + 1 : 10));
    const response = await get();
    expect(response.status).toBe(502);
    expect(response.body.error.message).toBe(
      `Palette's answer is larger than ${LIMIT} bytes`,
    );
    expect(limits()).toEqual([50, 25, 13, 7, 4, 2, 1]);
  });
});
