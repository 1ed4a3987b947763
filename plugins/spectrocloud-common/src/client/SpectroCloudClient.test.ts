import { SpectroCloudClient } from './SpectroCloudClient';
import { findingsOf } from './validation';

const BASE = 'https://backstage.example/api/spectrocloud';

describe('SpectroCloudClient', () => {
  const fetch = jest.fn<Promise<Response>, [string, RequestInit]>();
  const client = SpectroCloudClient.create({
    discoveryApi: {
      getBaseUrl: async pluginId => `https://backstage.example/api/${pluginId}`,
    },
    fetchApi: { fetch: fetch as unknown as typeof globalThis.fetch },
  });

  const answer = (body: unknown, init?: ResponseInit) =>
    fetch.mockResolvedValueOnce(
      new Response(typeof body === 'string' ? body : JSON.stringify(body), {
        headers: { 'content-type': 'application/json' },
        ...init,
      }),
    );

  /** As the framework writes errors. */
  const fail = (statusCode: number, error: object) =>
    answer({ error, response: { statusCode } }, { status: statusCode });

  beforeEach(() => fetch.mockReset());

  it('takes lists out of their envelopes', async () => {
    answer({ clusters: [{ metadata: { uid: 'a' } }] });
    expect(await client.listClusters()).toEqual([{ metadata: { uid: 'a' } }]);
    expect(fetch.mock.calls[0][0]).toBe(`${BASE}/clusters`);
    expect(fetch.mock.calls[0][1]).toMatchObject({
      method: 'GET',
      headers: {},
    });
  });

  it('says instance, project, and that it wants a fresh answer', async () => {
    answer({ clusters: [] });
    const { signal } = new AbortController();
    await client.listClusters({
      instance: 'a b',
      projectUid: 'p1',
      fresh: true,
      signal,
    });
    const [url, init] = fetch.mock.calls[0];
    expect(url).toBe(`${BASE}/clusters?instance=a+b&projectUid=p1`);
    expect(init.headers).toEqual({ 'Cache-Control': 'no-cache' });
    expect(init.signal).toBe(signal);
  });

  it('encodes what it puts into a path', async () => {
    answer({});
    await client.getCluster('../users/me?x=1#y');
    expect(fetch.mock.calls[0][0]).toBe(
      `${BASE}/clusters/..%2Fusers%2Fme%3Fx%3D1%23y`,
    );
  });

  it('fails with the answer of the backend', async () => {
    fail(404, { name: 'NotFoundError', message: 'no such cluster' });
    await expect(client.getCluster('a')).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 404,
      body: { error: { name: 'NotFoundError', message: 'no such cluster' } },
    });
  });

  it('gives a kubeconfig as a file', async () => {
    answer('kind: Config', {
      headers: {
        'Content-Disposition': 'attachment; filename="prod.kubeconfig.yaml"',
        'X-SpectroCloud-Kubeconfig-Credential': 'shared-token',
      },
    });
    const kubeconfig = await client.getKubeconfig('c1', { kind: 'admin' });
    expect(fetch.mock.calls[0][0]).toBe(
      `${BASE}/clusters/c1/kubeconfig?kind=admin`,
    );
    expect(kubeconfig).toMatchObject({
      fileName: 'prod.kubeconfig.yaml',
      credential: 'shared-token',
    });
    expect(await kubeconfig.content.text()).toBe('kind: Config');
  });

  it('has a name for a kubeconfig without one, and takes no path from the backend', async () => {
    for (const disposition of [
      'attachment',
      'attachment; filename="../../x"',
    ]) {
      answer('kind: Config', {
        headers: { 'Content-Disposition': disposition },
      });
      const { fileName, credential } = await client.getVirtualKubeconfig('c1');
      expect(fileName).toBe('kubeconfig.yaml');
      expect(credential).toBeUndefined();
    }
  });

  it('sends creations as JSON', async () => {
    const cluster = {
      cloudType: 'eks' as const,
      metadata: { name: 'new' },
      spec: {},
    };
    answer({ uid: 'c9' }, { status: 201 });
    expect(await client.createCluster(cluster, { projectUid: 'p1' })).toEqual({
      uid: 'c9',
    });
    const [url, init] = fetch.mock.calls[0];
    expect(url).toBe(`${BASE}/clusters?projectUid=p1`);
    expect(init).toMatchObject({
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(cluster),
    });
  });

  describe('when Palette does not accept a cluster', () => {
    const findings = [{ field: 'machinePools.w', message: 'too small' }];
    const cluster = {
      cloudType: 'eks' as const,
      metadata: { name: 'new' },
      spec: {},
    };

    beforeEach(() => {
      fail(422, {
        name: 'UnprocessableClusterError',
        message: '',
        findings,
      });
    });

    it('validation gives the findings', async () => {
      expect(
        await client.validateCluster(cluster, { projectUid: 'p1' }),
      ).toEqual({ valid: false, findings });
    });

    it('creation fails with them', async () => {
      const error = await client
        .createCluster(cluster, { projectUid: 'p1' })
        .catch(caught => caught);
      expect(findingsOf(error)).toEqual(findings);
    });
  });

  it('has findings of nothing else', () => {
    expect(findingsOf(new Error('x'))).toBeUndefined();
    expect(findingsOf(undefined)).toBeUndefined();
  });

  it('fails a validation that failed for another reason', async () => {
    fail(403, { name: 'NotAllowedError', message: '' });
    await expect(
      client.validateCluster(
        { cloudType: 'eks', metadata: { name: 'n' }, spec: {} },
        { projectUid: 'p1' },
      ),
    ).rejects.toMatchObject({ statusCode: 403 });
  });
});
