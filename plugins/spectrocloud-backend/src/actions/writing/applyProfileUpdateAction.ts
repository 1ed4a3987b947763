import { spectroCloudClusterUpdateProfilesPermission } from '@terasky/backstage-plugin-spectrocloud-common';
import { clusterProfilesChangeSchema } from '@terasky/backstage-plugin-spectrocloud-common/schemas';
import { z } from 'zod';
import { changeProfiles, validateProfiles } from '../../queries/changeProfiles';
import { getCluster } from '../../queries/getCluster';
import { uidInput } from '../inputs';
import { clusterInput, clusterRequest } from './clusterInput';
import { reasonsSchema, toReasons } from './repaveReasons';
import type { WriteAction } from './WriteAction';

const request = clusterProfilesChangeSchema.extend(clusterRequest);
const plan = z.object({
  name: z.string().optional(),
  projectUid: z.string().optional(),
  nodesReplaced: z
    .boolean()
    .optional()
    .describe(
      'Whether nodes would be replaced; absent where Palette does not tell',
    ),
  reasons: reasonsSchema,
});

/** Brings profiles of a cluster up to date, or puts other versions in their place. */
export const applyProfileUpdateAction: WriteAction<
  z.infer<typeof request>,
  z.infer<typeof plan>
> = {
  operation: 'apply-update',
  permission: spectroCloudClusterUpdateProfilesPermission,
  destructive: true,
  dryRun: {
    name: 'check-palette-profile-update',
    title: 'What a profile update would do to a Palette cluster',
    description:
      'Asks SpectroCloud Palette whether it accepts other versions of the profiles of a cluster, and whether nodes would be replaced. Changes nothing. Its token lets the same caller apply exactly this update, once, within ten minutes. What can be updated: preview-palette-upgrade.',
  },
  change: {
    name: 'apply-palette-profile-update',
    title: 'Apply a profile update to a Palette cluster',
    description:
      'Applies other versions of profiles to a SpectroCloud Palette cluster, which may replace its nodes. Needs the token of check-palette-profile-update for exactly the same update, and is refused when it would do something else by now.',
  },
  input: zod => ({
    ...clusterInput(zod),
    profiles: zod
      .array(
        zod
          .object({
            uid: uidInput(
              zod,
              'Uid of the profile’s version that the cluster is to have',
            ),
            replaces: uidInput(
              zod,
              'Uid of the attached profile whose place it takes',
            ).optional(),
            variables: zod
              .array(
                zod
                  .object({ name: zod.string(), value: zod.string() })
                  .strict(),
              )
              .optional()
              .describe('Values for its variables; those not named stay'),
          })
          .strict(),
      )
      .min(1)
      .max(50)
      .describe('Profiles that are not named stay as they are'),
  }),
  request,
  plan,
  async check(reader, { uid, projectUid: given, profiles }) {
    const { metadata, spec } = await getCluster(reader, uid, given);
    const projectUid = given ?? spec.projectUid;
    const { repave } = await validateProfiles(
      reader,
      uid,
      profiles,
      projectUid,
    );
    return {
      accepted: true,
      findings: [],
      plan: {
        name: metadata.name,
        projectUid,
        nodesReplaced: repave?.required,
        reasons: toReasons(repave?.reasons),
      },
    };
  },
  perform: async (context, { uid, projectUid, ...change }) =>
    changeProfiles({ ...context, uid, projectUid }, change),
};
