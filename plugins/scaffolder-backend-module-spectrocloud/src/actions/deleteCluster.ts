import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { deleteOnce } from '../delete/deleteOnce';
import { describeFailure } from '../task/describeFailure';
import type { ActionDeps } from './ActionDeps';
import { clusterUidInput, placeInput, reasonInput } from './inputs';

const ID = 'spectrocloud:cluster:delete';

const example = `steps:
  - id: delete
    name: Delete the cluster
    action: ${ID}
    input:
      projectUid: \${{ parameters.project }}
      clusterUid: \${{ parameters.cluster }}
      clusterName: \${{ parameters.clusterName }}
      reason: No longer needed`;

/** Deletes a cluster; that it is gone is for `spectrocloud:cluster:wait` to tell. */
export function createClusterDeleteAction(deps: ActionDeps) {
  return createTemplateAction({
    id: ID,
    description:
      'Deletes a SpectroCloud Palette cluster, host or virtual, whose name has to be given, as the user who runs the template. Run again, the step finds that it is gone or going.',
    examples: [{ description: 'A cluster and its name', example }],
    schema: {
      input: {
        ...placeInput,
        clusterUid: clusterUidInput,
        clusterName: z =>
          z
            .string()
            .min(1)
            .max(200)
            .describe('Its name, without which nothing is deleted'),
        reason: reasonInput,
      },
      output: {
        deleted: z =>
          z
            .boolean()
            .describe(
              'Whether this run began it; false where it was gone or going',
            ),
      },
    },
    async handler(ctx) {
      const { instance, projectUid, ...deletion } = ctx.input;
      try {
        const deleted = await deleteOnce(deletion, {
          api: deps.users.of(await ctx.getInitiatorCredentials()),
          log: line => ctx.logger.info(line),
          place: { instance, projectUid, signal: ctx.signal },
        });
        ctx.output('deleted', deleted);
      } catch (error) {
        throw describeFailure(error, {
          doing: `Deleting the cluster '${deletion.clusterName}'`,
          appUrl: deps.appUrl,
          stepName: ctx.step?.name ?? ctx.step?.id ?? ID,
        });
      }
    },
  });
}
