import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { clusterCreationSchema } from '@terasky/backstage-plugin-spectrocloud-common/schemas';
import { z as zod } from 'zod';
import { createOnce } from '../create/createOnce';
import { keyOf } from '../create/keyOf';
import { describeFailure } from '../task/describeFailure';
import { revealProfiles } from '../task/revealVariables';
import type { ActionDeps } from './ActionDeps';
import { placeInput } from './inputs';

const ID = 'spectrocloud:cluster:create';

const example = `steps:
  - id: create
    name: Create the cluster
    action: ${ID}
    input:
      projectUid: \${{ parameters.project.uid }}
      cluster:
        cloudType: eks
        metadata:
          name: \${{ parameters.name }}
        spec:
          cloudAccountUid: \${{ parameters.account.uid }}
          cloudConfig:
            region: \${{ parameters.region }}
          profiles:
            - uid: \${{ parameters.profile.uid }}
              variables: \${{ parameters.variables }}`;

/** Creates a cluster, once, however often the step is run. */
export function createClusterCreateAction(deps: ActionDeps) {
  return createTemplateAction({
    id: ID,
    description:
      'Creates a SpectroCloud Palette cluster as the user who runs the template. Run again, the step finds the cluster that it created before.',
    examples: [{ description: 'An EKS cluster', example }],
    schema: {
      input: {
        ...placeInput,
        cluster: z =>
          z
            .object({
              cloudType: z.string(),
              metadata: z.object({}).passthrough(),
              spec: z.object({}).passthrough(),
            })
            .describe(
              'The cluster, as the API takes it: cloudType, metadata (name, labels) and spec',
            ),
        idempotencyKey: z =>
          z
            .string()
            .min(1)
            .max(200)
            .optional()
            .describe(
              'What makes two runs the same creation; by default the task and the step',
            ),
        validate: z =>
          z
            .boolean()
            .optional()
            .describe('Whether Palette checks it first; true by default'),
      },
      output: {
        clusterUid: z => z.string().describe('Uid of the cluster'),
        clusterName: z => z.string().describe('Its name'),
        projectUid: z => z.string().describe('Uid of its project'),
        created: z =>
          z
            .boolean()
            .describe('Whether this run created it; false where it was there'),
      },
    },
    async handler(ctx) {
      const { instance, projectUid, validate = true } = ctx.input;
      const parsed = clusterCreationSchema.safeParse(ctx.input.cluster);
      if (!parsed.success) {
        throw new InputError(
          `Invalid cluster: ${zod.prettifyError(parsed.error)}`,
        );
      }
      const cluster = revealProfiles(parsed.data, ctx.secrets);
      const { name } = cluster.metadata;
      const key = keyOf({
        given: ctx.input.idempotencyKey,
        taskId: ctx.task.id,
        stepId: ctx.step?.id,
        place: { instance, projectUid, name },
      });
      const api = deps.users.of(await ctx.getInitiatorCredentials());
      const result = await ctx
        .checkpoint({
          key: `created.${key}`,
          fn: () =>
            createOnce(
              { cluster, key, validate },
              {
                api,
                clock: deps.clock,
                log: line => ctx.logger.info(line),
                place: { instance, projectUid, signal: ctx.signal },
              },
            ),
        })
        .catch(error => {
          throw describeFailure(error, {
            doing: `Creating the cluster '${name}'`,
            appUrl: deps.appUrl,
            stepName: ctx.step?.name ?? ctx.step?.id ?? ID,
          });
        });
      ctx.output('clusterUid', result.uid);
      ctx.output('clusterName', name);
      ctx.output('projectUid', projectUid);
      ctx.output('created', result.created);
    },
  });
}
