import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { attachOnce } from '../attach/attachOnce';
import { describeFailure } from '../task/describeFailure';
import { toVariables } from '../attach/toVariables';
import type { ActionDeps } from './ActionDeps';
import {
  clusterUidInput,
  placeInput,
  profileUidInput,
  reasonInput,
} from './inputs';

const ID = 'spectrocloud:profile:attach';

const example = `steps:
  - id: attach
    name: Add monitoring
    action: ${ID}
    input:
      projectUid: \${{ parameters.project }}
      clusterUid: \${{ parameters.cluster }}
      profileUid: \${{ parameters.profile }}
      variables:
        retention: 30d`;

/** Attaches a profile to a cluster that is there. */
export function createProfileAttachAction(deps: ActionDeps) {
  return createTemplateAction({
    id: ID,
    description:
      'Attaches a profile to a SpectroCloud Palette cluster, or puts it in the place of another, as the user who runs the template. Run again, the step finds that it is attached.',
    examples: [{ description: 'An add-on profile', example }],
    schema: {
      input: {
        ...placeInput,
        clusterUid: clusterUidInput,
        profileUid: z =>
          profileUidInput(z).describe('Uid of the version of the profile'),
        replaces: z =>
          profileUidInput(z)
            .optional()
            .describe('Uid of the attached profile whose place it takes'),
        variables: z =>
          z
            .union([
              z.record(z.union([z.string(), z.number(), z.boolean()])),
              z.array(
                z.object({
                  name: z.string(),
                  value: z.string().optional(),
                  secret: z.string().optional(),
                }),
              ),
            ])
            .optional()
            .describe(
              `Values of the profile's variables, by their names; or as the form's field SpectroCloudProfileVariables gives them`,
            ),
        allowNodeReplacement: z =>
          z
            .boolean()
            .optional()
            .describe(
              'Whether Palette may replace nodes for it; false by default',
            ),
        reason: reasonInput,
      },
      output: {
        attached: z =>
          z
            .boolean()
            .describe('Whether this run attached it; false where it was'),
      },
    },
    async handler(ctx) {
      const { instance, projectUid, clusterUid, profileUid } = ctx.input;
      const { replaces, variables, reason } = ctx.input;
      try {
        const attached = await attachOnce(
          {
            clusterUid,
            profile: {
              uid: profileUid,
              ...(replaces && { replaces }),
              ...(variables && {
                variables: toVariables(variables, ctx.secrets),
              }),
            },
            allowNodeReplacement: ctx.input.allowNodeReplacement ?? false,
            reason,
          },
          {
            api: deps.users.of(await ctx.getInitiatorCredentials()),
            log: line => ctx.logger.info(line),
            place: { instance, projectUid, signal: ctx.signal },
          },
        );
        ctx.output('attached', attached);
      } catch (error) {
        throw describeFailure(error, {
          doing: `Attaching the profile ${profileUid} to the cluster ${clusterUid}`,
          appUrl: deps.appUrl,
          stepName: ctx.step?.name ?? ctx.step?.id ?? ID,
        });
      }
    },
  });
}
