import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { describeFailure } from '../task/describeFailure';
import { expiryOf } from '../task/expiryOf';
import { waitForCluster } from '../wait/waitForCluster';
import type { ActionDeps } from './ActionDeps';
import { clusterUidInput, placeInput } from './inputs';

const ID = 'spectrocloud:cluster:wait';

const DEFAULT_POLL_SECONDS = 15;
/** A creation on bare metal takes an hour and a half. */
const DEFAULT_TIMEOUT_MINUTES = 180;

const example = `steps:
  - id: wait
    name: Wait for the cluster
    action: ${ID}
    input:
      projectUid: \${{ steps.create.output.projectUid }}
      clusterUid: \${{ steps.create.output.clusterUid }}
      until: healthy`;

/** Waits for a cluster, and tells the task's log how far it is. */
export function createClusterWaitAction(deps: ActionDeps) {
  return createTemplateAction({
    id: ID,
    description:
      'Waits until a SpectroCloud Palette cluster runs, is healthy or is gone, and reports its progress. Run again, it goes on where the cluster is. It ends before the sign-in of the user who runs the template does.',
    examples: [{ description: 'Until it is healthy', example }],
    schema: {
      input: {
        ...placeInput,
        clusterUid: clusterUidInput,
        until: z =>
          z
            .enum(['running', 'healthy', 'deleted'])
            .optional()
            .describe('What to wait for; `running` by default'),
        timeoutMinutes: z =>
          z
            .number()
            .positive()
            .max(24 * 60)
            .optional()
            .describe(
              `After how many minutes to give up; ${DEFAULT_TIMEOUT_MINUTES} by default`,
            ),
        pollSeconds: z =>
          z
            .number()
            .min(5)
            .max(600)
            .optional()
            .describe(
              `How many seconds lie between two looks; ${DEFAULT_POLL_SECONDS} by default`,
            ),
      },
      output: {
        state: z =>
          z.string().describe(`The state reached, in Palette's words`),
      },
    },
    async handler(ctx) {
      const { instance, projectUid, clusterUid } = ctx.input;
      const credentials = await ctx.getInitiatorCredentials();
      const stepName = ctx.step?.name ?? ctx.step?.id ?? ID;
      try {
        const state = await waitForCluster(
          {
            clusterUid,
            stepName,
            until: ctx.input.until ?? 'running',
            pollMs: (ctx.input.pollSeconds ?? DEFAULT_POLL_SECONDS) * 1_000,
            timeoutMs:
              (ctx.input.timeoutMinutes ?? DEFAULT_TIMEOUT_MINUTES) * 60_000,
            expiresAt: expiryOf(credentials),
            place: { instance, projectUid, signal: ctx.signal },
          },
          {
            api: deps.users.of(credentials),
            clock: deps.clock,
            log: line => ctx.logger.info(line),
          },
        );
        ctx.output('state', state);
      } catch (error) {
        throw describeFailure(error, {
          doing: `Waiting for the cluster ${clusterUid}`,
          appUrl: deps.appUrl,
          stepName,
        });
      }
    },
  });
}
