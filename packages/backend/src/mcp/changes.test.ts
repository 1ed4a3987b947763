import type { Client } from '@modelcontextprotocol/sdk/client/index.js';
import mcpPlugin from '@backstage/plugin-mcp-actions-backend';
import {
  startPaletteSimulator,
  type PaletteSimulator,
} from 'palette-simulator';
import { connectMcp, type ToolResult } from '../__testUtils__/connectMcp';
import {
  startBackend,
  type RunningBackend,
} from '../__testUtils__/startBackend';

jest.setTimeout(120_000);

const ADA = 'ada.admin@spectro.example';
const DANA = 'dev.dana@acme.example';

describe('changes through an MCP client', () => {
  let palette: PaletteSimulator;
  let backend: RunningBackend;
  const clients: Client[] = [];

  beforeAll(async () => {
    palette = await startPaletteSimulator();
    backend = await startBackend({
      paletteUrl: palette.url,
      config: {
        backend: { actions: { pluginSources: ['spectrocloud'] } },
        spectrocloud: {
          actions: { writes: ['create-cluster', 'approve-repave'] },
          listTtl: { seconds: 0 },
        },
      },
      features: [mcpPlugin],
    });
  });

  afterAll(async () => {
    await Promise.all(clients.map(client => client.close()));
    await backend?.stop();
    await palette?.close();
  });

  beforeEach(() => palette.control.reset());

  const connect = async (email: string) => {
    const connected = await connectMcp(backend, email);
    clients.push(connected.client);
    return connected;
  };
  type User = Awaited<ReturnType<typeof connect>>;

  const textOf = ({ isError, content }: ToolResult) => {
    expect(isError).toBe(true);
    return content[0].text;
  };

  /** What Palette was sent that changes something. */
  const changes = () =>
    palette.control
      .requests()
      .filter(
        ({ method, path }) =>
          method === 'PATCH' ||
          (method === 'POST' && path === '/v1/spectroclusters/eks'),
      )
      .map(({ method, path, user }) => ({ method, path, user }));

  const newCluster = async ({ answer }: User, name: string, size = 2) => {
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

  it('are tools that say so, and only those that the configuration names', async () => {
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
    expect(Object.keys(annotations)).not.toContain(
      'apply-palette-profile-update',
    );
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
    expect(textOf(await dana.call(create, { ...input, dryRunToken }))).toMatch(
      /^InputError: The dryRunToken is not of a dry run of this/,
    );
    const other = await newCluster(ada, 'by-mcp', 3);
    expect(textOf(await ada.call(create, { ...other, dryRunToken }))).toMatch(
      /^InputError: The dryRunToken is not of a dry run of this/,
    );
    const { uid } = await ada.answer(create, { ...input, dryRunToken });
    expect(textOf(await ada.call(create, { ...input, dryRunToken }))).toMatch(
      /^ConflictError: The dryRunToken was used before/,
    );
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
      textOf(await call('approve-palette-repave', { ...input, dryRunToken })),
    ).toMatch(/^ConflictError/);
    expect(await answer('check-palette-repave', input)).toMatchObject({
      accepted: false,
      findings: [{ code: 'NothingWaits' }],
    });
  });
});
