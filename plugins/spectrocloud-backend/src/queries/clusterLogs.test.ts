import { mockCredentials } from '@backstage/backend-test-utils';
import * as fixtures from '../__fixtures__/palette';
import { answerAll } from '../__testUtils__/routeCases';
import {
  ADA,
  DANA,
  startTestApi,
  type TestApi,
} from '../__testUtils__/startTestApi';

const QUERY = '?projectUid=project-1';
const ORDER = `/clusters/cluster-1/logs${QUERY}`;
const PROGRESS = `/clusters/cluster-1/logs/logs-1${QUERY}`;
const DOWNLOAD = `/clusters/cluster-1/logs/logs-1/download${QUERY}`;
const FETCHER = 'GET /v1/spectroclusters/*/features/logFetcher';
const FILE = 'GET /v1/spectroclusters/features/logFetcher/*/download';
const MAX_LOG_BYTES = 128 * 1024 * 1024;

describe('logs of a cluster', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi();
  });

  beforeEach(() => {
    api.palette.reset();
    api.tokens.reset();
    api.tokens.signIn(DANA);
    api.denied.clear();
    answerAll(api.palette);
    jest.clearAllMocks();
  });

  afterAll(() => api.stop());

  const download = async () => api.asUser().get(DOWNLOAD).buffer(true);

  it('are asked for as the user, once, audited', async () => {
    const response = await api.asUser().post(ORDER, {
      lines: 200,
      namespaces: ['kube-system'],
      reason: 'A support case',
    });
    expect(response.status).toBe(202);
    expect(response.body).toEqual({ uid: 'logs-1' });
    const { method, body, headers } = api.palette.calls.at(-1)!;
    expect(method).toBe('POST');
    expect(body).toEqual({
      mode: 'cluster',
      noOfLines: 200,
      k8s: { namespaces: ['kube-system'] },
    });
    expect(headers.projectuid).toBe('project-1');
    expect(api.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'cluster-logs-order',
        meta: {
          instance: 'demo',
          clusterUid: 'cluster-1',
          namespaces: ['kube-system'],
          reason: 'A support case',
        },
      }),
    );
    expect(api.publish).not.toHaveBeenCalled();
  });

  it('of a virtual cluster are those of it, not of its host', async () => {
    await api.asUser().post(`/clusters/virtual-1/logs${QUERY}`, {});
    expect(api.palette.calls.at(-1)!.body).toEqual({ mode: 'app' });
  });

  it.each([500, 503])('are not asked for twice after a %d', async status => {
    const endpoint = 'POST /v1/spectroclusters/*/features/logFetcher';
    api.palette.on(endpoint, { status });
    expect((await api.asUser().post(ORDER, {})).status).toBe(502);
    expect(
      api.palette.calls.filter(({ method }) => method === 'POST'),
    ).toHaveLength(1);
    expect(api.auditFail).toHaveBeenCalledTimes(1);
  });

  it.each<[string, object]>([
    ['more lines than there may be', { lines: 10_001 }],
    ['no whole number of lines', { lines: 1.5 }],
    ['a namespace that is none', { namespaces: ['a/../b'] }],
    ['no namespace', { namespaces: [] }],
    ['a field that there is not', { node: { logs: ['/etc/shadow'] } }],
  ])('are not asked for with %s', async (_, body) => {
    expect((await api.asUser().post(ORDER, body)).status).toBe(400);
    expect(api.palette.calls).toHaveLength(0);
  });

  it.each<[unknown]>([[{}], [{ uid: null }], [{ uid: '../x' }]])(
    'are 502 where Palette answers %j to the order',
    async body => {
      api.palette.on('POST /v1/spectroclusters/*/features/logFetcher', {
        status: 201,
        body,
      });
      expect((await api.asUser().post(ORDER, {})).status).toBe(502);
    },
  );

  it.each([
    ['Completed', '', 'ready'],
    ['SUCCEEDED', '', 'ready'],
    ['Success', '', 'ready'],
    ['Requested', '', 'collecting'],
    ['Failed', '', 'failed'],
    ['Timed out', 'prod.log', 'failed'],
    ['SomethingNew', '', 'collecting'],
    ['SomethingNew', 'prod.log', 'ready'],
    [null, null, 'collecting'],
    [undefined, undefined, 'collecting'],
  ])('in state %j with the log %j are %s', async (state, log, progress) => {
    api.palette.on(FETCHER, { body: { spec: { log }, status: { state } } });
    const response = await api.asUser().get(PROGRESS);
    expect(response.body.progress).toBe(progress);
    expect(api.palette.calls.at(-1)!.query.get('requestId')).toBe('logs-1');
  });

  it('come as a file, held nowhere, not logged, audited', async () => {
    const response = await download();
    expect(response.status).toBe(200);
    expect(response.body.toString()).toBe(fixtures.logs);
    expect(response.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment; filename=logs-cluster-1.log',
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    });
    const calls = api.palette.calls.length;
    await download();
    expect(api.palette.calls).toHaveLength(2 * calls);
    expect(api.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'cluster-logs-download',
        severityLevel: 'high',
        meta: {
          instance: 'demo',
          clusterUid: 'cluster-1',
          orderUid: 'logs-1',
        },
      }),
    );
    expect(api.auditSuccess).toHaveBeenCalledTimes(2);
    const { debug, info, warn, error } = api.logger;
    for (const log of [debug, info, warn, error]) {
      expect(JSON.stringify(log.mock.calls)).not.toContain('node is ready');
    }
  });

  it('are named after the archive that they are', async () => {
    api.palette.on(FILE, { body: 'PK\x03\x04 archive' });
    expect((await download()).headers['content-disposition']).toBe(
      'attachment; filename=logs-cluster-1.zip',
    );
  });

  it.each<[string, object]>([
    ['empty', { body: '' }],
    ['a page', { body: ' <!DOCTYPE html><p>' }],
    ['called a page', { body: 'x', headers: { 'content-type': 'text/html' } }],
  ])('are 502 where the file is %s', async (_, answer) => {
    api.palette.on(FILE, answer);
    expect((await download()).status).toBe(502);
    expect(api.auditFail).toHaveBeenCalledTimes(1);
  });

  it('break off where they are larger than is passed on', async () => {
    api.palette.on(FILE, { body: 'x'.repeat(MAX_LOG_BYTES + 1) });
    const response = await fetch(
      `http://127.0.0.1:${api.address().port}/api/spectrocloud${DOWNLOAD}`,
      { headers: { authorization: mockCredentials.user.header(DANA) } },
    );
    await expect(response.blob()).rejects.toThrow();
    expect(api.auditFail).toHaveBeenCalledTimes(1);
    expect(api.auditSuccess).not.toHaveBeenCalled();
  });

  it('are not downloaded before they are there', async () => {
    api.palette.on(FETCHER, { body: { status: { state: 'Requested' } } });
    expect((await download()).status).toBe(409);
    expect(api.palette.lines.join()).not.toContain('download');
  });

  it('of another cluster are not found by an order of it', async () => {
    api.palette.on(FETCHER, {
      body: { ...fixtures.logFetcher, spec: { clusterUid: 'cluster-2' } },
    });
    expect((await download()).status).toBe(404);
    expect((await api.asUser().get(PROGRESS)).status).toBe(404);
    expect(api.palette.lines.join()).not.toContain('download');
  });

  it.each<[string, string]>([
    ['missing', ''],
    ['no uid', '../../users'],
  ])(
    'go by what was ordered where the uid of Palette is %s',
    async (_, uid) => {
      api.palette.on(FETCHER, {
        body: { ...fixtures.logFetcher, metadata: { uid } },
      });
      expect((await download()).status).toBe(200);
      expect(api.palette.calls.at(-1)!.path).toBe(
        '/v1/spectroclusters/features/logFetcher/logs-1/download',
      );
    },
  );

  it('take their own permission, and the session of whoever asks', async () => {
    api.denied.add('spectrocloud.cluster.download-logs');
    expect((await download()).status).toBe(403);
    api.denied.clear();
    expect((await api.asUser(ADA).get(DOWNLOAD)).status).toBe(401);
    expect(api.palette.calls).toHaveLength(0);
  });
});
