import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import type { NodePool } from '@terasky/backstage-plugin-spectrocloud-common';
import { toMachine } from '../mapping/clusterDetails';
import {
  type CloudConfigPlace,
  fetchCloudConfig,
  fetchHybridPools,
  fetchMachines,
} from '../palette/endpoints/clusterDetails';
import { fetchWholeCluster } from '../palette/endpoints/clusters';
import type { V1HybridPool } from '../palette/v1clusterDetails';
import type { PaletteReader } from '../reads/PaletteReader';
import { locateCluster } from './locateCluster';

/** More than a cluster has of them: each costs calls of its own. */
const MAX_HYBRID_POOLS = 20;

/** A pool without machines to show is better than no pools. */
function ignoreMissing(error: Error): undefined {
  if (
    error instanceof NotFoundError ||
    error instanceof NotAllowedError ||
    error instanceof InputError
  ) {
    return undefined;
  }
  throw error;
}

async function readPools(
  reader: PaletteReader,
  place: CloudConfigPlace,
): Promise<NodePool[]> {
  const { client } = reader;
  const { spec = {} } = await fetchCloudConfig(client, place);
  return Promise.all(
    (spec.machinePoolConfig ?? []).map(
      async ({ name = '', size, minSize, maxSize, isControlPlane }) => {
        const machines = await fetchMachines(client, place, name).catch(
          ignoreMissing,
        );
        return {
          name,
          cloudType: place.cloudType,
          isControlPlane,
          size,
          minSize,
          maxSize,
          machines: machines?.map(toMachine) ?? [],
        };
      },
    ),
  );
}

/** Each hybrid pool is a cluster with pools of its own, which are one here. */
async function readHybridPool(
  reader: PaletteReader,
  hybridPool: V1HybridPool,
  projectUid: string | undefined,
): Promise<NodePool> {
  const { name = '', cloudType = '', cloudConfigUid = '' } = hybridPool;
  const { clusterUid, status } = hybridPool;
  const place = { cloudType, configUid: cloudConfigUid, projectUid };
  const pools = (await readPools(reader, place).catch(ignoreMissing)) ?? [];
  return {
    name,
    cloudType: cloudType || undefined,
    isControlPlane: false,
    size: pools.length
      ? pools.reduce((sum, { size = 0 }) => sum + size, 0)
      : undefined,
    hybrid: {
      clusterUid,
      state: status?.state,
      health: status?.health?.state,
    },
    machines: pools.flatMap(({ machines }) => machines),
  };
}

async function readHybridPools(
  reader: PaletteReader,
  uid: string,
  projectUid: string | undefined,
): Promise<NodePool[]> {
  const pools = await fetchHybridPools(reader.client, uid, projectUid).catch(
    ignoreMissing,
  );
  return Promise.all(
    (pools ?? [])
      .slice(0, MAX_HYBRID_POOLS)
      .map(pool => readHybridPool(reader, pool, projectUid)),
  );
}

/**
 * The node pools of a cluster with their machines, hybrid ones last: two calls and
 * one for each pool, all of them to paths for which Palette allows most calls; of a
 * hybrid cluster, one more, and for each hybrid pool what a cluster costs.
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
    const { cloudType, cloudConfigRef, clusterConfig } = whole.spec ?? {};
    if (!cloudType || !cloudConfigRef?.uid) {
      throw new NotFoundError('Palette tells of no node pools');
    }
    const place = { cloudType, configUid: cloudConfigRef.uid, projectUid };
    const [own, hybrid] = await Promise.all([
      readPools(shared, place),
      clusterConfig?.hybridClusterConfig?.enable
        ? readHybridPools(shared, uid, projectUid)
        : [],
    ]);
    return [...own, ...hybrid];
  });
}
