import { mockCredentials } from '@backstage/backend-test-utils';
import * as fixtures from '../__fixtures__/palette';
import { answerAll } from '../__testUtils__/routeCases';
import {
  DANA,
  startTestApi,
  type TestApi,
} from '../__testUtils__/startTestApi';

const SEARCH = 'POST /v1/dashboard/spectroclusters/search';
const PAGE = 50;

interface Health {
  clusters: number;
  inTrouble: number;
  byProblem: Record<string, number>;
  worstProjects: Array<{ project: string; inTrouble: number }>;
  troubled: Array<{ name: string; problems: string[]; reasons: string[] }>;
  total: number;
  nextOffset?: number;
}

describe('get-palette-fleet-health', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi({
      spectrocloud: { listTtl: { seconds: 0 } },
    });
  });

  beforeEach(() => {
    api.palette.reset();
    api.tokens.reset();
    api.tokens.signIn(DANA);
    answerAll(api.palette);
    // Who may list the tenant is answered with one search.
    api.palette.on('GET /v1/users/me', { body: fixtures.adminMe });
  });

  afterAll(() => api.stop());

  /** A cluster that is well, but for what is said. */
  const row = (index: number, status: object = {}) => ({
    ...fixtures.clusterRow(`uid-${index}`, `cluster-${index}`),
    specSummary: {
      projectMeta: { name: `project-${index % 20}`, uid: `p-${index % 20}` },
      cloudConfig: { cloudType: 'eks' },
    },
    status: {
      state: 'Running',
      health: {
        state: 'Healthy',
        lastHeartBeatTimestamp: new Date().toISOString(),
      },
      ...status,
    },
  });
  const unhealthy = (message: string) => ({
    health: {
      state: 'UnHealthy',
      lastHeartBeatTimestamp: '2026-01-01T00:00:00.000Z',
      conditions: [{ type: 'Agent', message }],
    },
  });
  const answer = (rows: object[]) =>
    api.palette.on(SEARCH, call => {
      const offset = Number(call.query.get('continue') ?? 0);
      const end = offset + PAGE;
      return {
        body: {
          items: rows.slice(offset, end),
          listmeta: {
            continue: end < rows.length ? String(end) : '',
            count: rows.length,
            limit: PAGE,
            offset,
          },
        },
      };
    });
  const ask = async (input: { limit?: number; offset?: number } = {}) => {
    const { output } = await api.actions.invoke({
      id: 'test:get-palette-fleet-health',
      input,
      credentials: mockCredentials.user(DANA),
    });
    return output as unknown as Health;
  };

  it('costs 300 clusters, all in trouble, at most 8 calls and 8 kB', async () => {
    const long = 'kubelet is "not" posting \\ its status '.repeat(20);
    answer(Array.from({ length: 300 }, (_, i) => row(i, unhealthy(long))));
    const health = await ask();
    expect(api.palette.calls.length).toBeLessThanOrEqual(8);
    expect(health).toMatchObject({ clusters: 300, inTrouble: 300, total: 300 });
    // As MCP sends it: once as text, once as it is.
    const text = JSON.stringify(health);
    const sent = JSON.stringify({
      content: [{ type: 'text', text }],
      structuredContent: health,
    });
    expect(Buffer.byteLength(sent)).toBeLessThanOrEqual(8_000);
    expect(health.troubled.length).toBeGreaterThanOrEqual(5);
  });

  it('stays as short whatever Palette calls its states and projects', async () => {
    answer(
      Array.from({ length: 300 }, (_, i) => ({
        ...row(i, {
          ...unhealthy('"no"'),
          state: `${'"state" '.repeat(50)}${i}`,
        }),
        specSummary: {
          projectMeta: { name: `${'מ'.repeat(200)}${i}`, uid: `p-${i}` },
          cloudConfig: { cloudType: 'eks' },
        },
      })),
    );
    const health = await ask({ limit: 1 });
    const text = JSON.stringify(health);
    const sent = JSON.stringify({
      content: [{ type: 'text', text }],
      structuredContent: health,
    });
    expect(Buffer.byteLength(sent)).toBeLessThanOrEqual(8_000);
    expect(health).toMatchObject({ clusters: 300, inTrouble: 300 });
  });

  it('puts the projects with most trouble first, also where names are numbers', async () => {
    const of = (index: number, name: string) => ({
      ...row(index, unhealthy('no')),
      specSummary: {
        projectMeta: { name, uid: `p-${name}` },
        cloudConfig: { cloudType: 'eks' },
      },
    });
    answer([of(1, '2024'), of(2, 'web'), of(3, 'web')]);
    expect((await ask()).worstProjects).toEqual([
      { project: 'web', inTrouble: 2 },
      { project: '2024', inTrouble: 1 },
    ]);
  });

  it('lets virtual clusters rest that are paused', async () => {
    const virtual = (index: number, status: string) => ({
      ...row(index, {
        health: {
          state: 'Healthy',
          lastHeartBeatTimestamp: '2026-01-01T00:00:00.000Z',
        },
        virtual: { lifecycleStatus: { status } },
      }),
      specSummary: { cloudConfig: { cloudType: 'nested' } },
    });
    answer([virtual(1, 'Paused'), virtual(2, 'Running'), virtual(3, 'Error')]);
    const { troubled } = await ask();
    expect(troubled.map(({ name, problems }) => [name, problems])).toEqual([
      ['cluster-3', ['error']],
      ['cluster-2', ['silent']],
    ]);
  });

  it('leads to every cluster in trouble, page by page', async () => {
    answer(Array.from({ length: 30 }, (_, i) => row(i, unhealthy('no'))));
    const seen: string[] = [];
    let offset: number | undefined = 0;
    while (offset !== undefined) {
      const page: Health = await ask({ offset });
      seen.push(...page.troubled.map(({ name }) => name));
      offset = page.nextOffset;
    }
    expect(new Set(seen).size).toBe(30);
    expect(seen).toHaveLength(30);
  });

  it('names what is wrong, the worst first, and leaves the rest out', async () => {
    const old = '2026-01-01T00:00:00.000Z';
    answer([
      row(1),
      row(2, { repave: { state: 'Pending' } }),
      row(3, { health: { state: 'Healthy', lastHeartBeatTimestamp: old } }),
      row(4, unhealthy('disk full')),
      row(5, {
        state: 'Error',
        health: { conditions: [{ message: 'no quota' }] },
      }),
      row(6, { state: 'Provisioning', health: { state: 'Unknown' } }),
      row(7, {
        health: {
          state: 'Healthy',
          lastHeartBeatTimestamp: '0001-01-01T00:00:00.000Z',
        },
      }),
    ]);
    const { troubled, byProblem } = await ask();
    expect(
      troubled.map(({ name, problems, reasons }) => [name, problems, reasons]),
    ).toEqual([
      ['cluster-5', ['error'], ['no quota']],
      ['cluster-4', ['unhealthy', 'silent'], ['disk full']],
      ['cluster-3', ['silent'], []],
      ['cluster-2', ['repave-pending'], []],
    ]);
    expect(byProblem).toEqual({
      error: 1,
      unhealthy: 1,
      silent: 2,
      'repave-pending': 1,
    });
  });
});
