import { BackstageCli } from '../__testUtils__/BackstageCli';
import { ADA, DANA, mcpBackend } from '../__testUtils__/mcpBackend';

jest.setTimeout(120_000);

describe('Palette through backstage-cli', () => {
  const { baseUrl, connect, control } = mcpBackend({
    spectrocloud: { actions: { writes: ['approve-repave'] } },
  });
  const homes: BackstageCli[] = [];

  afterAll(() => Promise.all(homes.map(cli => cli.remove())));

  const cliOf = async (email: string) => {
    const { browser } = await connect(email);
    const cli = await BackstageCli.create({
      baseUrl: baseUrl(),
      backstageToken: browser.backstageToken!,
      pluginSources: ['spectrocloud'],
    });
    homes.push(cli);
    return cli;
  };

  it('lists what there is', async () => {
    const cli = await cliOf(DANA);
    const { stdout, ok } = await cli.run('actions', 'list');
    expect(ok).toBe(true);
    expect(stdout).toContain('spectrocloud:get-palette-fleet-health');
    expect(stdout).toContain('spectrocloud:approve-palette-repave');
  });

  it('answers as the user, with what they see at Palette', async () => {
    const answers = await Promise.all(
      [ADA, DANA].map(async email => {
        const cli = await cliOf(email);
        const { stdout } = await cli.run(
          'actions',
          'execute',
          'spectrocloud:list-palette-clusters',
          '--limit',
          '200',
        );
        return JSON.parse(stdout);
      }),
    );
    const [all, few] = answers;
    expect(all.total).toBeGreaterThan(few.total);
    expect(few.clusters.length).toBeGreaterThan(0);
    const users = control()
      .requests()
      .filter(({ path }) => path.startsWith('/v1/dashboard'))
      .map(({ user }) => user);
    expect(new Set(users)).toEqual(new Set([ADA, DANA]));
  });

  it('says what is wrong, and ends as a failure', async () => {
    const cli = await cliOf(DANA);
    const { ok, stderr } = await cli.run(
      'actions',
      'execute',
      'spectrocloud:diagnose-palette-cluster',
      '--uid',
      '../x',
    );
    expect(ok).toBe(false);
    expect(stderr).toMatch(/uid/);
  });
});
