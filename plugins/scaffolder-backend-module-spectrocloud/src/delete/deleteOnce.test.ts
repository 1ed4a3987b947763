import type { SpectroCloudApi } from '@terasky/backstage-plugin-spectrocloud-common';
import { failure } from '../__testUtils__/FakePalette';
import { deleteOnce } from './deleteOnce';

describe('deleteOnce', () => {
  let state: string | Error;
  const deleteCluster = jest.fn<Promise<unknown>, unknown[]>();
  const api = {
    getClusterState: async (uid: string) => {
      if (state instanceof Error) throw state;
      return { uid, state };
    },
    deleteCluster,
  } as unknown as SpectroCloudApi;
  const run = () =>
    deleteOnce(
      { clusterUid: 'c1', clusterName: 'prod', reason: 'done with it' },
      { api, log: () => {}, place: { projectUid: 'p1' } },
    );

  beforeEach(() => {
    state = 'Running';
    deleteCluster.mockReset();
    deleteCluster.mockImplementation(async () => {
      state = 'Deleting';
    });
  });

  it('deletes the cluster, whose name is given', async () => {
    expect(await run()).toBe(true);
    expect(deleteCluster).toHaveBeenCalledWith(
      'c1',
      { name: 'prod', reason: 'done with it' },
      { projectUid: 'p1', signal: undefined },
    );
  });

  it('does nothing the second time', async () => {
    await run();
    expect(await run()).toBe(false);
    expect(deleteCluster).toHaveBeenCalledTimes(1);
  });

  it('does nothing where the cluster is gone', async () => {
    state = await failure(404, { name: 'NotFoundError', message: 'gone' });
    expect(await run()).toBe(false);
    expect(deleteCluster).not.toHaveBeenCalled();
  });

  it('finds out what came of a deletion whose answer was lost', async () => {
    deleteCluster.mockImplementation(async () => {
      state = 'Deleting';
      throw new TypeError('fetch failed');
    });
    expect(await run()).toBe(true);
    deleteCluster.mockImplementation(async () => {
      throw new TypeError('fetch failed');
    });
    state = 'Running';
    await expect(run()).rejects.toThrow('no clear answer');
  });

  it('passes on what is refused', async () => {
    const refused = await failure(400, { name: 'InputError', message: 'name' });
    deleteCluster.mockRejectedValue(refused);
    await expect(run()).rejects.toBe(refused);
  });
});
