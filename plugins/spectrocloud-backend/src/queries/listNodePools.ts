import { InputError, NotFoundError } from '@backstage/errors';
import type { NodePool } from '@terasky/backstage-plugin-spectrocloud-common';
import { toMachine } from '../mapping/clusterDetails';
import {
  type CloudConfigPlace,
  fetchCloudConfig,
  fetchMachines,
} from '../palette/endpoints/clusterDetails';
import { fetchWholeCluster } from '../palette/endpoints/clusters';
import type { PaletteReader } from '../reads/PaletteReader';
import { locateCluster } from './locateCluster';

/** A pool without machines to show is better than no pools. */
async function readMachines(
  reader: PaletteReader,
  place: CloudConfigPlace,
  pool: string,
): Promise<NodePool['machines']> {
  try {
    const machines = await fetchMachines(reader.client, place, pool);
    return machines.map(toMachine);
  } catch (error) {
    if (error instanceof NotFoundError || error instanceof InputError) {
      return [];
    }
    throw error;
  }
}

/**
 * The node pools of a cluster with their machines: two calls and one for each
 * pool, all of them to paths for which Palette allows most calls. Hybrid pools,
 * whose machines are elsewhere, are not among them.
 *
 * @throws `NotFoundError` where Palette tells of none.
 */
export async function listNodePools(
  reader: PaletteReader,
  uid: string,
  givenProjectUid?: string,
): Promise<NodePool[]> {
  const projectUid = await locateCluster(reader, uid, givenProjectUid);
  return reader.list('node-pools', [uid, projectUid], async shared => {
    const whole = await fetchWholeCluster(shared.client, uid, projectUid);
    const { cloudType, cloudConfigRef } = whole.spec ?? {};
    if (!cloudType || !cloudConfigRef?.uid) {
      throw new NotFoundError('Palette tells of no node pools');
    }
    const place = { cloudType, configUid: cloudConfigRef.uid, projectUid };
    const { spec = {} } = await fetchCloudConfig(shared.client, place);
    return Promise.all(
      (spec.machinePoolConfig ?? []).map(
        async ({ name = '', size, minSize, maxSize, isControlPlane }) => ({
          name,
          cloudType,
          isControlPlane,
          size,
          minSize,
          maxSize,
          machines: await readMachines(shared, place, name),
        }),
      ),
    );
  });
}
