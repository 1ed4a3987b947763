import {
  ADA,
  DANA,
  failureOf,
  mcpBackend,
  type McpUser,
} from '../__testUtils__/mcpBackend';

jest.setTimeout(120_000);

describe('changes through an MCP client', () => {
  const { connect, control } = mcpBackend({
    spectrocloud: {
      actions: { writes: ['create-cluster', 'approve-repave', 'apply-update'] },
    },
  });

  /** What Palette was sent that changes something. */
  const changes = () =>
    control()
      .requests()
      .filter(
        ({ method, path }) =>
          method === 'PATCH' ||
          (method === 'POST' && path === '/v1/spectroclusters/eks'),
      )
      .map(({ method, path, user }) => ({ method, path, user }));

  const newCluster = async ({ answer }: McpUser, name: string, size = 2) => {
    const { projects } = await answer('list-palette-projects');
    const { uid } = projects.find(
      (project: { name: string }) => project.name === 'payments',
    );
    return {
      projectUid: uid,
      cluster: {
        cloudType: 'eks',
        metadata: { name },
        spec: {
          cloudAccountUid: 'account',
          cloudConfig: { region: 'eu-west-1' },
          machinepoolconfig: [
            {
              cloudConfig: { instanceType: 't3.large' },
              poolConfig: {
                name: 'workers',
                labels: ['worker'],
                size,
                isControlPlane: false,
              },
            },
          ],
          profiles: [],
        },
      },
    };
  };

  it('are tools that say so', async () => {
    const { client } = await connect(ADA);
    const { tools } = await client.listTools();
    const annotations = Object.fromEntries(
      tools.map(tool => [tool.name.split('.')[1], tool.annotations]),
    );
    expect(annotations['create-palette-cluster']).toMatchObject({
      readOnlyHint: false,
      destructiveHint: false,
      idempotentHint: false,
    });
    expect(annotations['approve-palette-repave']).toMatchObject({
      readOnlyHint: false,
      destructiveHint: true,
      idempotentHint: false,
    });
    expect(annotations['check-palette-repave']).toMatchObject({
      readOnlyHint: true,
    });
    expect(annotations['apply-palette-profile-update']).toMatchObject({
      readOnlyHint: false,
      destructiveHint: true,
      idempotentHint: false,
    });
  });

  it('create a cluster as the user, once, after its dry run', async () => {
    const ada = await connect(ADA);
    const dana = await connect(DANA);
    const input = await newCluster(ada, 'by-mcp');
    const { accepted, findings, dryRunToken } = await ada.answer(
      'check-palette-cluster-creation',
      input,
    );
    expect([accepted, findings]).toEqual([true, []]);
    expect(changes()).toEqual([]);
    const create = 'create-palette-cluster';
    expect(
      failureOf(await dana.call(create, { ...input, dryRunToken })),
    ).toMatch(/^InputError: The dryRunToken is not of a dry run of this/);
    const other = await newCluster(ada, 'by-mcp', 3);
    expect(
      failureOf(await ada.call(create, { ...other, dryRunToken })),
    ).toMatch(/^InputError: The dryRunToken is not of a dry run of this/);
    const { uid } = await ada.answer(create, { ...input, dryRunToken });
    expect(
      failureOf(await ada.call(create, { ...input, dryRunToken })),
    ).toMatch(/^ConflictError: The dryRunToken was used before/);
    expect(changes()).toEqual([
      { method: 'POST', path: '/v1/spectroclusters/eks', user: ADA },
    ]);
    const { name } = await ada.answer('get-palette-cluster', {
      uid,
      projectUid: input.projectUid,
    });
    expect(name).toBe('by-mcp');
    expect(
      await ada.answer('check-palette-cluster-creation', input),
    ).toMatchObject({ accepted: false, findings: [{ code: 'NameTaken' }] });
  });

  it('approve a repave whose reasons were read', async () => {
    const { answer, call } = await connect(ADA);
    const { clusters } = await answer('list-palette-clusters', { limit: 200 });
    const { uid, projectUid } = clusters.find(({ name }: { name: string }) =>
      name.endsWith('-stage'),
    );
    const input = { uid, projectUid, reason: 'Agreed' };
    const { state, reasons, dryRunToken } = await answer(
      'check-palette-repave',
      input,
    );
    expect(state).toBe('Pending');
    expect(reasons[0].code).toBe('PackVersionChanged');
    expect(changes()).toEqual([]);
    await answer('approve-palette-repave', { ...input, dryRunToken });
    expect(changes()).toEqual([
      {
        method: 'PATCH',
        path: `/v1/spectroclusters/${uid}/repave/approve`,
        user: ADA,
      },
    ]);
    expect(
      failureOf(
        await call('approve-palette-repave', { ...input, dryRunToken }),
      ),
    ).toMatch(/^ConflictError/);
    expect(await answer('check-palette-repave', input)).toMatchObject({
      accepted: false,
      findings: [{ code: 'NothingWaits' }],
    });
  });

  it('apply the update whose consequences were read, once', async () => {
    const { answer, call } = await connect(ADA);
    const { clusters } = await answer('list-palette-clusters', { limit: 200 });
    const { uid, projectUid } = clusters.find(
      ({ name }: { name: string }) => name === 'payments-vault',
    );
    const place = { uid, projectUid };
    const { profiles } = await answer('list-palette-cluster-profiles', place);
    const attached = profiles.find(
      ({ name }: { name: string }) => name === 'vsphere-infra',
    );
    const { profiles: known } = await answer('list-palette-profiles', {
      projectUid,
      name: 'vsphere-infra',
    });
    // Each version is a profile of its own.
    const other = known.find(
      (version: { uid: string }) => version.uid !== attached.uid,
    );
    const input = {
      ...place,
      profiles: [{ uid: other.uid, replaces: attached.uid }],
      reason: 'Kubernetes',
    };
    const { accepted, nodesReplaced, reasons, dryRunToken } = await answer(
      'check-palette-profile-update',
      input,
    );
    expect([accepted, nodesReplaced]).toEqual([true, true]);
    expect(reasons).toContainEqual(
      expect.objectContaining({ pack: 'kubernetes' }),
    );
    expect(changes()).toEqual([]);

    const apply = 'apply-palette-profile-update';
    const elsewhere = {
      ...input,
      profiles: [{ uid: other.uid }],
      dryRunToken,
    };
    expect(failureOf(await call(apply, elsewhere))).toMatch(
      /^InputError: The dryRunToken is not of a dry run of this/,
    );
    expect(await answer(apply, { ...input, dryRunToken })).toEqual({ uid });
    expect(changes()).toEqual([
      {
        method: 'PATCH',
        path: `/v1/spectroclusters/${uid}/profiles`,
        user: ADA,
      },
    ]);
    expect(failureOf(await call(apply, { ...input, dryRunToken }))).toMatch(
      /^ConflictError: The dryRunToken was used before/,
    );
    const { profiles: now } = await answer(
      'list-palette-cluster-profiles',
      place,
    );
    expect(now.map((profile: { uid: string }) => profile.uid)).toContain(
      other.uid,
    );
  });

  it('are refused to somebody whom Palette does not let, before anything is sent', async () => {
    const ada = await connect(ADA);
    const dana = await connect(DANA);
    const { clusters } = await ada.answer('list-palette-clusters', {
      limit: 200,
    });
    const seen = await dana.answer('list-palette-clusters', { limit: 200 });
    const mine = new Set(seen.clusters.map(({ uid }: { uid: string }) => uid));
    const { uid, projectUid } = clusters.find(
      (cluster: { uid: string }) => !mine.has(cluster.uid),
    );
    expect(
      failureOf(await dana.call('check-palette-repave', { uid, projectUid })),
    ).toMatch(/^NotAllowedError: Palette does not allow you/);
    expect(changes()).toEqual([]);
  });
});
