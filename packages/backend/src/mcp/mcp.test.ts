import { ADA, DANA, failureOf, mcpBackend } from '../__testUtils__/mcpBackend';

jest.setTimeout(120_000);

describe('Palette through an MCP client', () => {
  const { baseUrl, connect, control } = mcpBackend({
    spectrocloud: {
      callTimeout: { seconds: 1 },
      requestTimeout: { seconds: 5 },
    },
  });

  it('shows what there is, as tools that only read', async () => {
    const { client } = await connect(ADA);
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toContain(
      'spectrocloud.get-palette-fleet-health',
    );
    for (const { annotations, description, inputSchema } of tools) {
      expect(annotations).toMatchObject({ readOnlyHint: true });
      expect(description).toMatch(/Palette/);
      expect(inputSchema.type).toBe('object');
    }
  });

  it('answers each user with what they see at Palette', async () => {
    const ada = await connect(ADA);
    const dana = await connect(DANA);
    const all = await ada.answer('get-palette-fleet-health');
    const few = await dana.answer('get-palette-fleet-health');
    expect(all.clusters).toBeGreaterThan(few.clusters);
    expect(few.clusters).toBeGreaterThan(0);
    const users = control()
      .requests()
      .filter(({ path }) => path.startsWith('/v1/dashboard'))
      .map(({ user }) => user);
    expect(new Set(users)).toEqual(new Set([ADA, DANA]));
  });

  it('leads from the fleet to a cluster, and to what is wrong with it', async () => {
    const { answer } = await connect(ADA);
    const { clusters } = await answer('list-palette-clusters', { limit: 1 });
    const place = {
      uid: clusters[0].uid,
      projectUid: clusters[0].projectUid,
    };
    control().setHealth(place.uid, 'UnHealthy');
    const { troubled } = await answer('get-palette-fleet-health');
    expect(troubled.map(({ uid }: { uid: string }) => uid)).toContain(
      place.uid,
    );
    const diagnosis = await answer('diagnose-palette-cluster', place);
    expect(diagnosis).toMatchObject({ uid: place.uid, health: 'UnHealthy' });
    expect(diagnosis.unread).toEqual([]);
    await answer('preview-palette-upgrade', place);
    await answer('list-palette-access', {
      clusterUid: place.uid,
      projectUid: place.projectUid,
    });
    await answer('get-palette-cost-by-project');
    const { profiles } = await answer('list-palette-cluster-profiles', place);
    const profile = {
      uid: profiles[0].uid,
      projectUid: place.projectUid,
    };
    await answer('list-palette-profile-packs', profile);
    await answer('list-palette-profile-variables', profile);
    await answer('list-palette-profile-clusters', profile);
    const { url } = await answer('get-palette-kubeconfig-link', place);
    expect(url).toContain(
      `${baseUrl()}/api/spectrocloud/clusters/${place.uid}/kubeconfig`,
    );
  });

  describe('when it fails', () => {
    it('says where to sign in', async () => {
      const { call } = await connect(DANA);
      control().revokeSessions(DANA);
      expect(failureOf(await call('list-palette-projects'))).toBe(
        "AuthenticationError: There is no Palette session of yours that Palette accepts (auth environment 'development'). Open http://localhost:3000 in a browser, sign in to Palette, and try again; what was asked has not been done.",
      );
    });

    it.each([
      [
        { status: 500 },
        /Palette failed with status 500.*Try again in a minute/,
      ],
      [
        { status: 502 },
        /Palette failed with status 502.*Try again in a minute/,
      ],
      [
        { status: 503 },
        /Palette failed with status 503.*Try again in a minute/,
      ],
      [
        { status: 403 },
        /^NotAllowedError: Palette does not allow you to do this/,
      ],
      [{ status: 404 }, /^NotFoundError: Palette did not find/],
    ])('says so, when Palette answers %j', async (failure, sentence) => {
      const { call } = await connect(ADA);
      control().fail({
        ...failure,
        path: '/v1/dashboard/projects',
        count: 20,
      });
      expect(failureOf(await call('list-palette-projects'))).toMatch(sentence);
    });

    it('says so, when Palette does not answer in time', async () => {
      const { call } = await connect(ADA);
      control().hang({ path: '/v1/dashboard/projects', count: 20 });
      expect(failureOf(await call('list-palette-projects'))).toMatch(
        /^ServiceUnavailableError: Palette did not answer in time/,
      );
    });

    it('says so, when Palette drops the connection', async () => {
      const { call } = await connect(ADA);
      control().drop({ path: '/v1/dashboard/projects', count: 20 });
      expect(failureOf(await call('list-palette-projects'))).toMatch(
        /^ServiceUnavailableError: Palette could not be reached/,
      );
    });

    it('names what is wrong with the input', async () => {
      const { call } = await connect(ADA);
      expect(
        failureOf(await call('diagnose-palette-cluster', { uid: '../x' })),
      ).toMatch(/^InputError: Invalid input/);
    });

    // The last: all of Backstage waits for as long as Palette says.
    it(`says so, when Palette's limit is reached`, async () => {
      const { call } = await connect(ADA);
      control().fail({
        status: 429,
        headers: { 'retry-after': '120' },
        path: '/v1/dashboard/projects',
      });
      expect(failureOf(await call('list-palette-projects'))).toMatch(
        /^ServiceUnavailableError: Palette's rate limit is reached, try again in \d+ seconds/,
      );
    });
  });
});
