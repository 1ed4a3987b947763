import { NotFoundError } from '@backstage/errors';
import type {
  ClusterChange,
  NodePoolResize,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { toPoolEntity } from '../mapping/poolEntity';
import { putPool } from '../palette/endpoints/clusterChanges';
import { fetchCloudConfig } from '../palette/endpoints/clusterDetails';
import { changeCluster, type ChangeRequest } from './changeCluster';

/**
 * Gives a node pool another size. Palette takes whole pools only, so everything else
 * of it is read and sent back.
 *
 * @throws `NotFoundError` where there is no such pool, `InputError` for a cloud whose pools have no size.
 */
export async function resizePool(
  request: ChangeRequest,
  { pool: name, size, minSize, maxSize, reason }: NodePoolResize,
): Promise<ClusterChange> {
  return changeCluster(
    request,
    {
      eventId: 'cluster-resize-pool',
      severityLevel: 'medium',
      change: 'changed',
      reason,
      meta: {
        pool: name,
        size,
        ...(minSize !== undefined && { minSize }),
        ...(maxSize !== undefined && { maxSize }),
      },
    },
    async ({ cluster: { spec = {} }, projectUid }) => {
      const { client } = request.reader;
      const { cloudType = '', cloudConfigRef } = spec;
      const configUid = cloudConfigRef?.uid;
      if (!configUid) throw new NotFoundError('Palette tells of no node pools');
      const place = { cloudType, configUid, projectUid };
      const config = await fetchCloudConfig(client, place);
      const pool = config.spec?.machinePoolConfig?.find(
        each => each.name === name,
      );
      if (!pool) throw new NotFoundError('There is no node pool of this name');
      const wanted = { ...pool, size };
      if (minSize !== undefined) wanted.minSize = minSize;
      if (maxSize !== undefined) wanted.maxSize = maxSize;
      await putPool(client, place, toPoolEntity(cloudType, wanted));
    },
  );
}
