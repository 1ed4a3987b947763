import type { ClusterCreation } from '@terasky/backstage-plugin-spectrocloud-common';
import { failure, FakePalette } from '../__testUtils__/FakePalette';
import { FakeClock } from '../__testUtils__/FakeClock';
import { createOnce, KEY_TAG } from './createOnce';

const cluster: ClusterCreation = {
  cloudType: 'eks',
  metadata: { name: 'prod', labels: { team: 'payments' } },
  spec: { cloudAccountUid: 'a1', cloudConfig: { region: 'eu-west-1' } },
};
const creation = { cluster, key: 'key-1', validate: true };

describe('createOnce', () => {
  let palette: FakePalette;
  let lines: string[];
  let clock: FakeClock;

  beforeEach(() => {
    palette = new FakePalette();
    lines = [];
    clock = new FakeClock();
  });

  const run = (options = creation) =>
    createOnce(options, {
      api: palette.api,
      clock,
      log: line => lines.push(line),
      place: { projectUid: 'p1' },
    });

  it('creates the cluster with its key among the tags', async () => {
    expect(await run()).toEqual({ uid: 'cluster-1', created: true });
    expect(palette.clusters[0].metadata.labels).toEqual({
      team: 'payments',
      [KEY_TAG]: 'key-1',
    });
    expect(palette.validations).toBe(1);
  });

  it('finds what an earlier run created and could not note any more', async () => {
    await run();
    expect(await run()).toEqual({ uid: 'cluster-1', created: false });
    expect(palette.creations).toBe(1);
  });

  it(`takes no cluster for its own that another run created, or nobody's`, async () => {
    palette.add('prod', { [KEY_TAG]: 'key-2' });
    await expect(run()).rejects.toThrow(
      "There is a cluster 'prod' (cluster-1) already, which this step didn't create",
    );
    expect(palette.creations).toBe(0);
  });

  it('waits for no cluster that is being deleted', async () => {
    palette.add('prod', { [KEY_TAG]: 'key-1' }, 'Deleting');
    await expect(run()).rejects.toThrow('is being deleted');
    expect(palette.creations).toBe(0);
  });

  it.each([
    ['no answer', async () => new TypeError('fetch failed')],
    [
      'a time-out',
      () => failure(504, { name: 'PaletteTimeoutError', message: 'no answer' }),
    ],
  ])('after %s, finds what Palette created', async (_, error) => {
    palette.failCreation = { error: await error() };
    // The list before the creation, and the first one after it.
    palette.listsLag = 2;
    expect(await run()).toEqual({ uid: 'cluster-1', created: true });
    expect(palette.creations).toBe(1);
    expect(clock.slept).toEqual([2_000, 5_000]);
  });

  it('never creates a second time where it stays open whether there is one', async () => {
    palette.failCreation = {
      error: await failure(502, { name: 'PaletteFailedError', message: 'no' }),
      before: true,
    };
    await expect(run()).rejects.toThrow('it looks for the cluster before');
    expect(palette.creations).toBe(1);
  });

  it('passes on what Palette refuses, without looking again', async () => {
    palette.failCreation = {
      error: await failure(403, { name: 'NotAllowedError', message: 'no' }),
      before: true,
    };
    await expect(run()).rejects.toMatchObject({ statusCode: 403 });
    expect(clock.slept).toEqual([]);
  });

  it(`names Palette's findings, and creates nothing`, async () => {
    palette.api.validateCluster = async () => ({
      valid: false,
      findings: [{ field: 'machinePools.w', message: 'too\u001b[31m small' }],
    });
    await expect(run()).rejects.toThrow('- machinePools.w: too [31m small');
    expect(palette.creations).toBe(0);
  });

  it('does not ask for findings where the template says so', async () => {
    await run({ ...creation, validate: false });
    expect(palette.validations).toBe(0);
    expect(palette.creations).toBe(1);
  });
});
