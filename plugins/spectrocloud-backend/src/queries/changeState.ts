import { InputError } from '@backstage/errors';
import type {
  ChangeReason,
  ClusterChange,
  ClusterLifecycleChange,
  ClusterMetadataChange,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { VIRTUAL_CLOUD_TYPE } from '../mapping/clusters';
import { toDescription } from '../mapping/common';
import {
  approveRepave as sendApproval,
  patchLifecycle,
  patchMetadata,
} from '../palette/endpoints/clusterChanges';
import { changeCluster, type ChangeRequest } from './changeCluster';

/** Lets Palette replace the nodes that it waits with. */
export async function approveRepave(
  request: ChangeRequest,
  { reason }: ChangeReason,
): Promise<ClusterChange> {
  return changeCluster(
    request,
    {
      eventId: 'cluster-approve-repave',
      severityLevel: 'high',
      change: 'changed',
      reason,
    },
    async ({ projectUid }) =>
      sendApproval(request.reader.client, request.uid, projectUid),
  );
}

/** Pauses or resumes a virtual cluster. @throws `InputError` for any other. */
export async function changeLifecycle(
  request: ChangeRequest,
  { pause, reason }: ClusterLifecycleChange,
): Promise<ClusterChange> {
  return changeCluster(
    request,
    {
      eventId: pause ? 'cluster-pause' : 'cluster-resume',
      severityLevel: 'medium',
      change: 'changed',
      reason,
    },
    async ({ cluster, projectUid }) => {
      if (cluster.spec?.cloudType !== VIRTUAL_CLOUD_TYPE) {
        throw new InputError(
          'Only virtual clusters can be paused and resumed, and this one is none',
        );
      }
      await patchLifecycle(
        request.reader.client,
        request.uid,
        pause,
        projectUid,
      );
    },
  );
}

/** Renames a cluster, or gives it other tags; what isn't named stays. */
export async function changeMetadata(
  request: ChangeRequest,
  { name, labels, reason }: ClusterMetadataChange,
): Promise<ClusterChange> {
  return changeCluster(
    request,
    {
      eventId: 'cluster-change-metadata',
      severityLevel: 'medium',
      change: 'changed',
      reason,
      meta: { ...(name && { name }), ...(labels && { labels }) },
    },
    async ({ cluster: { metadata }, projectUid }) => {
      const description = toDescription(metadata);
      await patchMetadata(
        request.reader.client,
        request.uid,
        {
          // All of it, as the vendor's own tools send it: what is left out might be dropped.
          name: name ?? metadata?.name,
          labels: labels ?? metadata?.labels ?? {},
          ...(description && { annotations: { description } }),
        },
        projectUid,
      );
    },
  );
}
