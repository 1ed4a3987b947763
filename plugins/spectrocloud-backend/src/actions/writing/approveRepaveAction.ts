import { NotFoundError } from '@backstage/errors';
import { spectroCloudClusterApproveRepavePermission } from '@terasky/backstage-plugin-spectrocloud-common';
import { changeReasonSchema } from '@terasky/backstage-plugin-spectrocloud-common/schemas';
import { z } from 'zod';
import { toRepave } from '../../mapping/clusterUpkeep';
import { fetchRepave } from '../../palette/endpoints/clusterDetails';
import { approveRepave } from '../../queries/changeState';
import { getCluster } from '../../queries/getCluster';
import { readClusterPart } from '../../queries/readClusterPart';
import { clusterInput, clusterRequest } from './clusterInput';
import { reasonsSchema, toReasons } from './repaveReasons';
import type { WriteAction } from './WriteAction';

/** Palette's word for a repave that waits for somebody. */
const PENDING = 'Pending';

const request = changeReasonSchema.extend(clusterRequest);
const plan = z.object({
  name: z.string().optional(),
  projectUid: z.string().optional(),
  state: z
    .string()
    .optional()
    .describe('`Pending`: it can be approved; anything else can’t'),
  since: z.string().optional(),
  reasons: reasonsSchema,
});

/** Lets Palette replace the nodes that it waits with. */
export const approveRepaveAction: WriteAction<
  z.infer<typeof request>,
  z.infer<typeof plan>
> = {
  operation: 'approve-repave',
  permission: spectroCloudClusterApproveRepavePermission,
  destructive: true,
  dryRun: {
    name: 'check-palette-repave',
    title: 'Which nodes of a Palette cluster wait to be replaced, and why',
    description:
      'Says why SpectroCloud Palette waits to replace (repave) the nodes of a cluster. Approves nothing. Its token lets the same caller approve exactly this repave, once, within ten minutes.',
  },
  change: {
    name: 'approve-palette-repave',
    title: 'Let Palette replace the nodes of a cluster',
    description:
      'Approves a repave: SpectroCloud Palette replaces the nodes of the cluster one after the other, and what runs on them moves or stops. Needs the token of check-palette-repave, and is refused when its reasons have changed since. Can’t be taken back.',
  },
  input: clusterInput,
  request,
  plan,
  async check(reader, { uid, projectUid: given }) {
    const { metadata, spec } = await getCluster(reader, uid, given);
    const projectUid = given ?? spec.projectUid;
    const repave = await readClusterPart(
      reader,
      { operation: 'cluster-repave', fetch: fetchRepave, map: toRepave },
      uid,
      projectUid,
    ).catch(error => {
      // Where Palette tells of none, none waits.
      if (error instanceof NotFoundError) return undefined;
      throw error;
    });
    const accepted = repave?.state === PENDING;
    return {
      accepted,
      findings: accepted
        ? []
        : [
            {
              field: 'uid',
              code: 'NothingWaits',
              message: 'No nodes of the cluster wait for somebody’s approval',
            },
          ],
      plan: {
        name: metadata.name,
        projectUid,
        state: repave?.state,
        since: repave?.since,
        reasons: toReasons(repave?.reasons),
      },
    };
  },
  perform: async (context, { reason, ...cluster }) =>
    approveRepave({ ...context, ...cluster }, { reason }),
};
