import * as fixtures from '../__fixtures__/palette';
import { clusterRow } from '../__fixtures__/palette';
import { answerAll } from '../__testUtils__/routeCases';
import {
  DANA,
  startTestApi,
  type TestApi,
} from '../__testUtils__/startTestApi';

const PROJECTS = 60;
const AT_A_TIME = 8;
/** In which one call more than is allowed would be seen. */
const LOOK_OUT_MS = 5;
const META = 'GET /v1/dashboard/spectroclusters/meta';

/** One cluster in each project. */
const clusters = Array.from({ length: PROJECTS }, (_, index) =>
  clusterRow(`cluster-${index}`, `c${index}`, `project-${index}`),
);

describe('a cluster of which the project is not known', () => {
  let api: TestApi;

  const may = (tenantPermissions: Record<string, string[]>) =>
    api.palette.on('GET /v1/users/me', {
      body: {
        ...fixtures.userMe,
        status: {
          ...fixtures.userMe.status,
          tenantPermissions,
          projectPermissions: Object.fromEntries(
            clusters.map((_, index) => [`project-${index}`, ['cluster.get']]),
          ),
        },
      },
    });

  beforeEach(async () => {
    api = await startTestApi();
    api.tokens.signIn(DANA);
    answerAll(api.palette);
    api.palette
      .on(META, ({ headers }) => ({
        body: clusters
          .map(({ metadata }) => ({ metadata }))
          .filter(
            ({ metadata }) =>
              !headers.projectuid ||
              metadata.annotations.projectUid === headers.projectuid,
          ),
      }))
      .on('POST /v1/dashboard/spectroclusters/search', ({ headers }) => ({
        body: {
          items: clusters.filter(
            ({ metadata }) =>
              metadata.annotations.projectUid === headers.projectuid,
          ),
        },
      }));
    may({});
  });

  afterEach(() => api.stop());

  const eventsOf = (uid: string) => api.asUser().get(`/clusters/${uid}/events`);
  const count = (line: string) =>
    api.palette.lines.filter(each => each === line).length;
  const scopeOfEvents = () =>
    api.palette.calls.find(({ path }) => path.startsWith('/v1/events'))?.headers
      .projectuid;

  it('is found without a call in a list that is held', async () => {
    await api.asUser().get('/clusters');
    const before = api.palette.calls.length;
    expect((await eventsOf('cluster-42')).status).toBe(200);
    expect(api.palette.lines.slice(before)).toEqual([
      'GET /v1/events/components/spectrocluster/cluster-42',
    ]);
    expect(scopeOfEvents()).toBe('project-42');
  });

  it('is found without a call in the held list of its project', async () => {
    await api.asUser().get('/clusters?projectUid=project-42');
    await eventsOf('cluster-42');
    expect(count(META)).toBe(0);
    expect(scopeOfEvents()).toBe('project-42');
  });

  it('is not found in a list that another session holds', async () => {
    await api.asUser().get('/clusters');
    api.tokens.signIn(DANA, { token: 'second', sessionId: 'session-2' });
    await eventsOf('cluster-42');
    expect(count(META)).toBeGreaterThan(0);
  });

  it('costs 3 calls with its answer when the user may list the tenant', async () => {
    may({ tenant: ['cluster.list'] });
    expect((await eventsOf('cluster-42')).status).toBe(200);
    expect(api.palette.lines).toEqual([
      'GET /v1/users/me',
      META,
      'GET /v1/events/components/spectrocluster/cluster-42',
    ]);
    expect(scopeOfEvents()).toBe('project-42');
  });

  it('need not be found when the user may read it in the tenant', async () => {
    may({ tenant: ['cluster.list', 'cluster.get'] });
    await api.asUser().get('/clusters/cluster-42');
    expect(api.palette.calls).toHaveLength(3);
    expect(count(META)).toBe(0);
  });

  it('costs at most a call for each project otherwise, 8 at a time', async () => {
    let seen = 0;
    let waiting: Array<() => void> = [];
    let mostWaiting = 0;
    // Nothing is answered until as many have come as may, however slow that is.
    api.palette.on(META, async () => {
      seen += 1;
      await new Promise<void>(resolve => {
        waiting.push(resolve);
        mostWaiting = Math.max(mostWaiting, waiting.length);
        if (waiting.length === AT_A_TIME || seen === PROJECTS) {
          setTimeout(() => {
            waiting.forEach(answer => answer());
            waiting = [];
          }, LOOK_OUT_MS);
        }
      });
      return { body: [] };
    });
    expect((await eventsOf('unknown')).status).toBe(404);
    expect(count(META)).toBe(PROJECTS);
    expect(api.palette.calls).toHaveLength(1 + PROJECTS);
    expect(mostWaiting).toBe(AT_A_TIME);
  });

  it('is looked for no further once it is found', async () => {
    await eventsOf('cluster-3');
    expect(scopeOfEvents()).toBe('project-3');
    // Those whose turn it was, and those whose turn came while its answer was on its way.
    expect(count(META)).toBeLessThanOrEqual(16);
  });

  it('is looked for once for all that a page shows of it', async () => {
    const paths = ['', '/events', '/profiles'];
    await Promise.all(
      paths.map(path => api.asUser().get(`/clusters/cluster-59${path}`)),
    );
    expect(count(META)).toBe(PROJECTS);
  });

  it('is found although another project has just gone', async () => {
    api.palette.on(META, ({ headers }) => {
      if (headers.projectuid === 'project-42') {
        return { body: [{ metadata: clusters[42].metadata }] };
      }
      return headers.projectuid === 'project-2'
        ? { status: 404, body: { code: 'ProjectNotFoundInTenant' } }
        : // As Palette writes an empty list.
          { body: 'null', headers: { 'content-type': 'application/json' } };
    });
    expect((await eventsOf('cluster-42')).status).toBe(200);
  });

  it('is not said to be unknown when Palette fails', async () => {
    api.palette.on(META, { status: 500 });
    expect((await eventsOf('cluster-42')).status).toBe(502);
    expect(count(META)).toBeLessThan(PROJECTS / 2);
  });

  it('is looked for in the projects when Palette refuses the tenant after all', async () => {
    may({ tenant: ['cluster.list'] });
    api.palette.on(META, ({ headers }) =>
      headers.projectuid
        ? { body: [{ metadata: clusters[0].metadata }] }
        : { status: 403, body: { code: 'OperationForbidden' } },
    );
    expect((await eventsOf('cluster-0')).status).toBe(200);
  });

  it.each([
    ['an object', { items: [] }],
    ['a list of numbers', [1, 2]],
    ['no JSON', '[{'],
  ])('is not found in %s', async (_, body) => {
    api.palette.on(META, { body });
    expect((await eventsOf('cluster-42')).status).toBe(502);
  });

  it('cannot make a header of what it calls its project', async () => {
    may({ tenant: ['cluster.list'] });
    const annotations = { projectUid: 'a\r\nApiKey: x' };
    api.palette.on(META, {
      body: [{ metadata: { uid: 'cluster-42', annotations } }],
    });
    expect((await eventsOf('cluster-42')).status).toBe(200);
    expect(scopeOfEvents()).toBeUndefined();
  });

  it('is never looked for when its project is named', async () => {
    await api.asUser().get('/clusters/cluster-42/events?projectUid=project-42');
    expect(api.palette.calls).toHaveLength(1);
  });
});
