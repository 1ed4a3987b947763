import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  spectroCloudProfileViewClustersPermission,
  spectroCloudProfileViewInfoPermission,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { searchProfiles } from '../queries/profiles';
import type { ActionRunner } from './ActionRunner';
import {
  instanceInput,
  pageInput,
  pageOf,
  pageOutput,
  projectInput,
} from './inputs';
import { READ_ONLY } from './readOnly';

/** The cluster profiles that the invoker may see. */
export function registerListProfiles(
  registry: ActionsRegistryService,
  runner: ActionRunner,
): void {
  registry.register({
    name: 'list-palette-profiles',
    title: 'List Palette cluster profiles',
    description:
      'Lists SpectroCloud Palette cluster profiles of a project or of the tenant, with versions and packs.',
    visibilityPermission: runner.visibleWith(
      spectroCloudProfileViewInfoPermission,
    ),
    attributes: READ_ONLY,
    schema: {
      input: zod =>
        zod.object({
          instance: instanceInput(zod),
          projectUid: projectInput(zod),
          name: zod
            .string()
            .min(1)
            .max(200)
            .optional()
            .describe('Part of the name'),
          ...pageInput(zod),
        }),
      output: zod =>
        zod.object({
          profiles: zod.array(
            zod.object({
              uid: zod.string(),
              name: zod.string(),
              type: zod.string().optional(),
              cloud: zod.string().optional(),
              version: zod.string().optional(),
              packs: zod.array(
                zod.object({
                  name: zod.string(),
                  version: zod.string().optional(),
                }),
              ),
              inUseClusters: zod.array(zod.string()).optional(),
            }),
          ),
          ...pageOutput(zod),
        }),
    },
    async action({ input, credentials }) {
      const { instance, projectUid, name } = input;
      const reader = await runner.open({
        credentials,
        instance,
        operation: 'action:list-palette-profiles',
        permission: spectroCloudProfileViewInfoPermission,
      });
      const rights = {
        values: false,
        manifests: false,
        clusters: await runner.allows(
          credentials,
          spectroCloudProfileViewClustersPermission,
        ),
      };
      const profiles = await searchProfiles(
        reader,
        { name },
        rights,
        projectUid,
      );
      const { page, ...rest } = pageOf(profiles, input);
      return {
        output: {
          profiles: page.map(({ metadata, spec, status }) => ({
            uid: metadata.uid,
            name: metadata.name,
            type: spec.type,
            cloud: spec.cloudType,
            version: spec.version,
            packs: spec.packs,
            inUseClusters: status.inUseClusters?.map(
              cluster => cluster.name ?? cluster.uid,
            ),
          })),
          ...rest,
        },
      };
    },
  });
}
