import { InputError } from '@backstage/errors';
import type {
  ClusterChange,
  ClusterProfileRemoval,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { objectsOf } from '../palette/parseJson';
import { deleteProfiles } from '../palette/endpoints/clusterChanges';
import { changeCluster, type ChangeRequest } from './changeCluster';

/**
 * Takes a profile away from a cluster, once its name has been given.
 *
 * @throws `InputError` when the cluster has no such profile, or that has another name.
 */
export async function removeProfile(
  request: ChangeRequest,
  { profileUid, name: typed, reason }: ClusterProfileRemoval,
): Promise<ClusterChange> {
  return changeCluster(
    request,
    {
      eventId: 'cluster-remove-profile',
      severityLevel: 'high',
      change: 'changed',
      reason,
      meta: { profileUid },
    },
    async ({ cluster, projectUid }) => {
      const attached = objectsOf(cluster.spec?.clusterProfileTemplates).find(
        ({ uid }) => uid === profileUid,
      );
      if (!attached) {
        throw new InputError(
          'Invalid request: body.profileUid: must be a profile that is attached to the cluster',
        );
      }
      if (typed !== attached.name) {
        throw new InputError(
          'Invalid request: body.name: must be the name of the profile that is to be removed',
        );
      }
      await deleteProfiles(
        request.reader.client,
        request.uid,
        [profileUid],
        projectUid,
      );
    },
  );
}
