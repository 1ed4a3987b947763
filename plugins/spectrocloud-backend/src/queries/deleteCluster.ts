import { InputError } from '@backstage/errors';
import type {
  ClusterChange,
  ClusterDeletion,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { deleteCluster as sendDeletion } from '../palette/endpoints/clusterChanges';
import { changeCluster, type ChangeRequest } from './changeCluster';

/**
 * Deletes a cluster, once its name has been given.
 *
 * @throws `InputError` when that is another cluster's name.
 */
export async function deleteCluster(
  request: ChangeRequest,
  { name: typed, reason, force }: ClusterDeletion & { force: boolean },
): Promise<ClusterChange> {
  return changeCluster(
    request,
    {
      eventId: force ? 'cluster-force-delete' : 'cluster-delete',
      severityLevel: force ? 'critical' : 'high',
      change: 'deleted',
      reason,
    },
    async ({ name, projectUid }) => {
      if (typed !== name) {
        throw new InputError(
          'Invalid request: body.name: must be the name of the cluster that is to be deleted',
        );
      }
      await sendDeletion(request.reader.client, request.uid, {
        force,
        projectUid,
      });
    },
  );
}
