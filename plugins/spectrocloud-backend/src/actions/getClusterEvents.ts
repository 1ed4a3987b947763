import { spectroCloudClusterViewInfoPermission } from '@terasky/backstage-plugin-spectrocloud-common';
import { clusterEventSchema } from '@terasky/backstage-plugin-spectrocloud-common/schemas';
import { listClusterEvents } from '../queries/listClusterEvents';
import type { ActionRunner } from './ActionRunner';
import type { Registry } from './guardActions';
import {
  instanceInput,
  pageInput,
  pageOf,
  pageOutput,
  projectInput,
  uidInput,
} from './inputs';
import { READ_ONLY } from './readOnly';
import { toActionSchema } from './toActionSchema';

const rowSchema = clusterEventSchema.omit({ uid: true }).extend({
  timestamp: clusterEventSchema.shape.timestamp.describe('ISO 8601'),
});

/** What happened to a cluster lately. */
export function registerGetClusterEvents(
  registry: Registry,
  runner: ActionRunner,
): void {
  registry.register({
    name: 'get-palette-cluster-events',
    title: 'Get the events of a Palette cluster',
    description:
      'Lists what happened to a SpectroCloud Palette cluster lately, newest first.',
    visibilityPermission: runner.visibleWith(
      spectroCloudClusterViewInfoPermission,
    ),
    attributes: READ_ONLY,
    schema: {
      input: zod =>
        zod.object({
          instance: instanceInput(zod),
          uid: uidInput(zod, 'Uid of the cluster'),
          projectUid: projectInput(zod),
          ...pageInput(zod),
        }),
      output: zod =>
        zod.object({
          events: zod.array(toActionSchema(zod, rowSchema)),
          ...pageOutput(zod),
        }),
    },
    async action({ input, credentials }) {
      const reader = await runner.open({
        credentials,
        instance: input.instance,
        operation: 'action:get-palette-cluster-events',
        permission: spectroCloudClusterViewInfoPermission,
      });
      const events = await listClusterEvents(
        reader,
        input.uid,
        input.projectUid,
      );
      const { page, ...rest } = pageOf(events, input);
      return { output: { events: page, ...rest } };
    },
  });
}
