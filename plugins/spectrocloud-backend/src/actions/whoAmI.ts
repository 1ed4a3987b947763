import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { spectroCloudClusterViewInfoPermission } from '@terasky/backstage-plugin-spectrocloud-common';
import { describeMe } from '../queries/describeMe';
import type { ActionRunner } from './ActionRunner';
import { instanceInput } from './inputs';
import { READ_ONLY } from './readOnly';

/** Who the invoker is at Palette. */
export function registerWhoAmI(
  registry: ActionsRegistryService,
  runner: ActionRunner,
): void {
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
      output: zod =>
        zod.object({
          instance: zod.string(),
          name: zod.string(),
          email: zod.string().optional(),
          userUid: zod.string(),
          tenantUid: zod.string(),
          tenantName: zod.string().optional(),
          tenantPermissions: zod.array(zod.string()),
          projectPermissions: zod
            .record(zod.array(zod.string()))
            .describe('Permissions by project uid'),
          session: zod.object({
            environment: zod.string(),
            expiresAt: zod.string().optional().describe('ISO 8601'),
          }),
        }),
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
