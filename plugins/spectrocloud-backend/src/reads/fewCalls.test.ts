import { setTimeout as sleep } from 'node:timers/promises';
import { mockCredentials } from '@backstage/backend-test-utils';
import { clusterRow, virtualRow } from '../__fixtures__/palette';
import * as fixtures from '../__fixtures__/palette';
import type { FakeHandler } from '../__testUtils__/FakePalette';
import {
  ADA,
  DANA,
  startTestApi,
  type TestApi,
} from '../__testUtils__/startTestApi';

const PROJECTS = 60;
const CLUSTERS = 300;
const PAGE = 50;

const VIRTUAL = 30;
const HOSTS = CLUSTERS - VIRTUAL;

const clusters = Array.from({ length: CLUSTERS }, (_, index) =>
  (index % (CLUSTERS / VIRTUAL) === 1 ? virtualRow : clusterRow)(
    `cluster-${index}`,
    `cluster-${String(index).padStart(3, '0')}`,
    `project-${index % PROJECTS}`,
  ),
);

const visibleIn = (scope: unknown) =>
  clusters.filter(
    ({ metadata }) =>
      scope === undefined || metadata.annotations.projectUid === scope,
  );

const meta: FakeHandler = ({ headers }) => ({
  body: visibleIn(headers.projectuid).map(({ metadata }) => ({
    metadata,
    spec: { cloudRegion: 'eu-west-1', clusterType: 'PureManage' },
  })),
});

/** Palette's search over 300 clusters of 60 projects, in pages. */
const search: FakeHandler = ({ headers, query }) => {
  const visible = visibleIn(headers.projectuid);
  const offset = Number(query.get('continue') ?? 0);
  const end = offset + PAGE;
  return {
    body: {
      items: visible.slice(offset, end),
      listmeta: { continue: end < visible.length ? String(end) : '' },
    },
  };
};

describe('opening the cluster list of 60 projects and 300 clusters', () => {
  let api: TestApi;
  let concurrent: number;
  let mostConcurrent: number;

  beforeEach(async () => {
    api = await startTestApi();
    concurrent = 0;
    mostConcurrent = 0;
    api.tokens.signIn(DANA);
    api.palette
      .on('POST /v1/dashboard/spectroclusters/search', async call => {
        concurrent += 1;
        mostConcurrent = Math.max(mostConcurrent, concurrent);
        await new Promise(resolve => setTimeout(resolve, 5));
        concurrent -= 1;
        return search(call);
      })
      .on('GET /v1/dashboard/spectroclusters/meta', meta)
      .on('GET /v1/dashboard/projects/metadata', {
        body: fixtures.projectsMetadata,
      })
      .on('GET /v1/users/me', {
        body: {
          ...fixtures.userMe,
          status: {
            ...fixtures.userMe.status,
            tenantPermissions: {},
            projectPermissions: Object.fromEntries(
              Array.from({ length: PROJECTS }, (_, index) => [
                `project-${index}`,
                ['cluster.list'],
              ]),
            ),
          },
        },
      });
  });

  afterEach(() => api.stop());

  const allowTenant = () =>
    api.palette.on('GET /v1/users/me', { body: fixtures.adminMe });

  const lengthOf = async (path: '/clusters' | '/virtualclusters') => {
    const { body } = await api.asUser().get(path);
    return body[path === '/clusters' ? 'clusters' : 'virtualClusters'].length;
  };

  it('costs 7 calls, virtual clusters among them, when the user may list the tenant, and none again', async () => {
    allowTenant();
    expect(await lengthOf('/clusters')).toBe(HOSTS);
    expect(await lengthOf('/virtualclusters')).toBe(VIRTUAL);
    expect(api.palette.calls).toHaveLength(7);
    expect(await lengthOf('/clusters')).toBe(HOSTS);
    expect(await lengthOf('/virtualclusters')).toBe(VIRTUAL);
    expect(api.palette.calls).toHaveLength(7);
  });

  it('costs at most projects + 1 calls otherwise, at most 8 at once, and none again', async () => {
    expect(await lengthOf('/clusters')).toBe(HOSTS);
    expect(await lengthOf('/virtualclusters')).toBe(VIRTUAL);
    expect(api.palette.calls).toHaveLength(PROJECTS + 1);
    expect(mostConcurrent).toBeLessThanOrEqual(8);
    expect(mostConcurrent).toBeGreaterThan(1);
    await lengthOf('/clusters');
    expect(api.palette.calls).toHaveLength(PROJECTS + 1);
  });

  describe('of which the fleet', () => {
    /** All that its page asks for. */
    const openFleet = async () => {
      const paths = ['/clusters', '/virtualclusters', '/users/me/projects'];
      await Promise.all(paths.map(path => api.asUser().get(path)));
      const { body } = await api.asUser().get('/clusters/meta');
      expect(body.clusters).toHaveLength(CLUSTERS);
      expect(body.clusters[0]).toEqual({
        uid: 'cluster-0',
        region: 'eu-west-1',
        clusterType: 'PureManage',
      });
    };

    it('costs 9 calls when the user may list the tenant, and none again', async () => {
      allowTenant();
      await openFleet();
      expect(api.palette.calls).toHaveLength(9);
      await openFleet();
      expect(api.palette.calls).toHaveLength(9);
    });

    it('costs one call more for each project otherwise, and none again', async () => {
      await openFleet();
      expect(api.palette.calls).toHaveLength(2 * PROJECTS + 2);
      await openFleet();
      expect(api.palette.calls).toHaveLength(2 * PROJECTS + 2);
    });
  });

  describe('of which the notifications, once the fleet is there,', () => {
    const notificationsOf = async () => {
      await lengthOf('/clusters');
      const before = api.palette.calls.length;
      const { body } = await api.asUser().get('/notifications');
      return { ...body, calls: api.palette.calls.length - before };
    };
    const about = (index: number) => ({
      metadata: { uid: `notification-${index}` },
      relatedObject: { kind: 'spectrocluster', uid: `cluster-${index}` },
      action: { actionMessage: 'A pack is newer', isDone: false },
    });

    it('cost one call when the user may list the tenant, and none again', async () => {
      allowTenant();
      api.palette.on('GET /v1/notifications/', {
        body: { items: [about(7), about(CLUSTERS)] },
      });
      const { notifications, projectsLeftOut, calls } = await notificationsOf();
      expect(notifications).toMatchObject([
        {
          message: 'A pack is newer',
          cluster: {
            uid: 'cluster-7',
            name: 'cluster-007',
            projectUid: 'project-7',
          },
        },
      ]);
      expect([projectsLeftOut, calls]).toEqual([0, 1]);
      expect((await notificationsOf()).calls).toBe(0);
    });

    it('cost a call for each of eight projects otherwise, and tell how many are left out', async () => {
      api.palette.on('GET /v1/notifications/', ({ headers }) => ({
        body: { items: [about(Number(String(headers.projectuid).slice(8)))] },
      }));
      const { notifications, projectsLeftOut, calls } = await notificationsOf();
      expect(notifications).toHaveLength(8);
      expect(calls).toBe(8);
      // Those of one project in ten are all virtual, and tell of none.
      expect(projectsLeftOut).toBe((PROJECTS * 9) / 10 - 8);
    });

    it('cost nothing where no cluster has any', async () => {
      allowTenant();
      api.palette.on('POST /v1/dashboard/spectroclusters/search', {
        body: { items: [virtualRow('v', 'v')] },
      });
      await api.asUser().get('/virtualclusters');
      const before = api.palette.calls.length;
      const { body } = await api.asUser().get('/notifications');
      expect(body).toEqual({ notifications: [], projectsLeftOut: 0 });
      expect(api.palette.calls).toHaveLength(before);
    });
  });

  it('costs nothing more once the client has gone', async () => {
    const gone = new AbortController();
    api.palette.on('POST /v1/dashboard/spectroclusters/search', async call => {
      gone.abort();
      await sleep(100);
      return search(call);
    });
    const asked = fetch(
      `http://127.0.0.1:${api.address().port}/api/spectrocloud/clusters`,
      {
        headers: { Authorization: mockCredentials.user.header(DANA) },
        signal: gone.signal,
      },
    );
    await expect(asked).rejects.toThrow();
    await sleep(1_000);
    expect(api.palette.calls.length).toBeLessThan(PROJECTS / 2);
  });

  it('costs once what one costs when ten tabs of a user open it', async () => {
    allowTenant();
    const responses = await Promise.all(
      Array.from({ length: 10 }, () => api.asUser().get('/clusters')),
    );
    for (const { body } of responses) {
      expect(body.clusters).toHaveLength(HOSTS);
    }
    expect(api.palette.calls).toHaveLength(7);
  });

  it('shows name, project, cloud, state, health and Kubernetes version without further calls', async () => {
    allowTenant();
    const { body } = await api.asUser().get('/clusters');
    expect(body.clusters[6]).toMatchObject({
      metadata: { uid: 'cluster-7', name: 'cluster-007' },
      spec: {
        projectUid: 'project-7',
        projectName: 'Payments',
        cloudType: 'eks',
        kubernetesVersion: '1.30.2',
        nodes: { size: 6, healthy: 4, inMaintenance: 1 },
      },
      status: { state: 'Running', health: { state: 'Healthy' } },
    });
  });

  it('asks Palette again for Cache-Control: no-cache', async () => {
    allowTenant();
    await api.asUser().get('/clusters');
    const cold = api.palette.calls.length;
    await api.asUser().get('/clusters').set('Cache-Control', 'no-cache');
    expect(api.palette.calls).toHaveLength(2 * cold);
  });

  it('goes on with the other projects when one has just gone', async () => {
    api.palette.on('POST /v1/dashboard/spectroclusters/search', call =>
      call.headers.projectuid === 'project-3'
        ? { status: 404, body: { code: 'ProjectNotFoundInTenant' } }
        : search(call),
    );
    const response = await api.asUser().get('/clusters');
    expect(response.body.clusters).toHaveLength(HOSTS - CLUSTERS / PROJECTS);
  });

  it('asks no more projects when Palette fails', async () => {
    api.palette.on('POST /v1/dashboard/spectroclusters/search', {
      status: 500,
    });
    const response = await api.asUser().get('/clusters');
    expect(response.status).toBe(502);
    expect(api.palette.calls.length).toBeLessThan(PROJECTS / 2);
  });

  describe('shares nothing', () => {
    beforeEach(() => {
      api.palette.on('GET /v1/users/me', { body: fixtures.adminMe });
      // Everybody sees a cluster that is named after their token.
      api.palette.on('POST /v1/dashboard/spectroclusters/search', call => ({
        delayMs: 20,
        body: { items: [clusterRow('c', String(call.headers.authorization))] },
      }));
    });

    const namesOf = async (user: string, path = '/clusters') => {
      const { body } = await api.asUser(user).get(path);
      return body.clusters.map(
        ({ metadata }: { metadata: { name: string } }) => metadata.name,
      );
    };

    it('between two users, not even at the same moment', async () => {
      api.tokens.signIn(ADA);
      const [dana, ada] = await Promise.all([namesOf(DANA), namesOf(ADA)]);
      expect(dana).toEqual(['token-of-dana']);
      expect(ada).toEqual(['token-of-ada']);
      expect(await namesOf(DANA)).toEqual(['token-of-dana']);
    });

    it('between two Backstage users that claim one session id', async () => {
      api.tokens.signIn(ADA, { sessionId: 'session-of-dana' });
      expect(await namesOf(DANA)).toEqual(['token-of-dana']);
      expect(await namesOf(ADA)).toEqual(['token-of-ada']);
    });

    it('between two sessions of one Palette user', async () => {
      expect(await namesOf(DANA)).toEqual(['token-of-dana']);
      api.tokens.signIn(DANA, { token: 'second', sessionId: 'session-2' });
      expect(await namesOf(DANA)).toEqual(['second']);
    });

    it('between two tenants of one person', async () => {
      expect(await namesOf(DANA)).toEqual(['token-of-dana']);
      api.tokens.signIn(DANA, {
        token: 'other-tenant',
        identity: {
          tenantUid: 'tenant-9',
          tenantName: 'demo',
          userUid: 'palette-dana',
        },
      });
      expect(await namesOf(DANA)).toEqual(['other-tenant']);
    });

    it('with a session that was revoked, whose lists are dropped at once', async () => {
      await namesOf(DANA);
      const before = api.palette.calls.length;
      await api.revoke('session-of-dana');
      await namesOf(DANA);
      expect(api.palette.calls.length).toBeGreaterThan(before);
    });

    it('with a user who has signed out', async () => {
      await namesOf(DANA);
      api.tokens.reset();
      const response = await api.asUser().get('/clusters');
      expect(response.status).toBe(401);
      expect(response.text).not.toContain('token-of-dana');
    });
  });
});
