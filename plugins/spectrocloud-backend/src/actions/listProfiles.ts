import {
  spectroCloudProfileViewClustersPermission,
  spectroCloudProfileViewInfoPermission,
} from '@terasky/backstage-plugin-spectrocloud-common';
import {
  clusterProfileSchema,
  profilePackSchema,
} from '@terasky/backstage-plugin-spectrocloud-common/schemas';
import { z } from 'zod';
import { searchProfiles } from '../queries/profiles';
import type { ActionRunner } from './ActionRunner';
import type { Registry } from './guardActions';
import {
  instanceInput,
  pageInput,
  pageOf,
  pageOutput,
  projectInput,
} from './inputs';
import { READ_ONLY } from './readOnly';
import { toActionSchema } from './toActionSchema';

const { metadata, spec } = clusterProfileSchema.shape;
const rowSchema = z.object({
  uid: metadata.shape.uid,
  name: metadata.shape.name,
  type: spec.shape.type,
  cloud: spec.shape.cloudType,
  version: spec.shape.version,
  packs: z.array(profilePackSchema.pick({ name: true, version: true })),
  inUseClusters: z.array(z.string()).optional(),
});

/** The cluster profiles that the invoker may see. */
export function registerListProfiles(
  registry: Registry,
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
          profiles: zod.array(toActionSchema(zod, rowSchema)),
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
          profiles: page.map(profile => ({
            uid: profile.metadata.uid,
            name: profile.metadata.name,
            type: profile.spec.type,
            cloud: profile.spec.cloudType,
            version: profile.spec.version,
            packs: profile.spec.packs,
            inUseClusters: profile.status.inUseClusters?.map(
              cluster => cluster.name ?? cluster.uid,
            ),
          })),
          ...rest,
        },
      };
    },
  });
}
