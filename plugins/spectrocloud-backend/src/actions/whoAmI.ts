import { spectroCloudClusterViewInfoPermission } from '@terasky/backstage-plugin-spectrocloud-common';
import { spectroCloudUserSchema } from '@terasky/backstage-plugin-spectrocloud-common/schemas';
import { describeMe } from '../queries/describeMe';
import type { ActionRunner } from './ActionRunner';
import type { Registry } from './guardActions';
import { instanceInput } from './inputs';
import { READ_ONLY } from './readOnly';
import { toActionSchema } from './toActionSchema';

const { projectPermissions, session } = spectroCloudUserSchema.shape;
const outputSchema = spectroCloudUserSchema.extend({
  projectPermissions: projectPermissions.describe('Permissions by project uid'),
  session: session.extend({
    expiresAt: session.shape.expiresAt.describe('ISO 8601'),
  }),
});

/** Who the invoker is at Palette. */
export function registerWhoAmI(registry: Registry, runner: ActionRunner): void {
  registry.register({
    name: 'who-am-i-at-palette',
    title: 'Who am I at Palette',
    description:
      'Tells which SpectroCloud Palette user and tenant the caller acts as, what they may do there, and until when their session lasts.',
    visibilityPermission: runner.visibleWith(
      spectroCloudClusterViewInfoPermission,
    ),
    attributes: READ_ONLY,
    schema: {
      input: zod => zod.object({ instance: instanceInput(zod) }),
      output: zod => toActionSchema(zod, outputSchema),
    },
    async action({ input, credentials }) {
      const reader = await runner.open({
        credentials,
        instance: input.instance,
        operation: 'action:who-am-i-at-palette',
        permission: spectroCloudClusterViewInfoPermission,
      });
      return { output: await describeMe(reader) };
    },
  });
}
