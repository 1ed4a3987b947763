import { spectroCloudClusterViewInfoPermission } from '@terasky/backstage-plugin-spectrocloud-common';
import {
  metadataSchema,
  projectSchema,
} from '@terasky/backstage-plugin-spectrocloud-common/schemas';
import { z } from 'zod';
import { listProjects } from '../queries/listProjects';
import type { ActionRunner } from './ActionRunner';
import type { Registry } from './guardActions';
import { instanceInput, pageInput, pageOf, pageOutput } from './inputs';
import { READ_ONLY } from './readOnly';
import { toActionSchema } from './toActionSchema';

const rowSchema = z.object({
  uid: metadataSchema.shape.uid,
  name: metadataSchema.shape.name,
  clusters: projectSchema.shape.status.unwrap().shape.clustersHealth,
});

/** The projects that the invoker may see. */
export function registerListProjects(
  registry: Registry,
  runner: ActionRunner,
): void {
  registry.register({
    name: 'list-palette-projects',
    title: 'List Palette projects',
    description:
      'Lists the SpectroCloud Palette projects that the caller may see, with the health of their clusters.',
    visibilityPermission: runner.visibleWith(
      spectroCloudClusterViewInfoPermission,
    ),
    attributes: READ_ONLY,
    schema: {
      input: zod =>
        zod.object({ instance: instanceInput(zod), ...pageInput(zod) }),
      output: zod =>
        zod.object({
          projects: zod.array(toActionSchema(zod, rowSchema)),
          ...pageOutput(zod),
        }),
    },
    async action({ input, credentials }) {
      const reader = await runner.open({
        credentials,
        instance: input.instance,
        operation: 'action:list-palette-projects',
        permission: spectroCloudClusterViewInfoPermission,
      });
      const { page, ...rest } = pageOf(await listProjects(reader), input);
      return {
        output: {
          projects: page.map(({ metadata, status }) => ({
            uid: metadata.uid,
            name: metadata.name,
            clusters: status?.clustersHealth,
          })),
          ...rest,
        },
      };
    },
  });
}
