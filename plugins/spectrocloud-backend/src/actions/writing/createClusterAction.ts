import { NotAllowedError } from '@backstage/errors';
import {
  CREATABLE_CLOUD_TYPES,
  spectroCloudClusterCreatePermission,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { clusterCreationSchema } from '@terasky/backstage-plugin-spectrocloud-common/schemas';
import { z } from 'zod';
import { fetchClusterMeta } from '../../palette/endpoints/clusters';
import { UID_PATTERN } from '../../palette/palettePath';
import { createCluster, validateCluster } from '../../queries/createCluster';
import type { PaletteReader } from '../../reads/PaletteReader';
import { uidInput } from '../inputs';
import type { WriteAction } from './WriteAction';

const request = z.strictObject({
  projectUid: z.string().regex(UID_PATTERN),
  cluster: clusterCreationSchema,
});
const plan = z.object({
  name: z.string().optional(),
  cloudType: z.string().optional(),
  projectUid: z.string().optional(),
});

/** Creates a cluster that Palette's own validation has accepted. */
export const createClusterAction: WriteAction<
  z.infer<typeof request>,
  z.infer<typeof plan>
> = {
  operation: 'create-cluster',
  permission: spectroCloudClusterCreatePermission,
  destructive: false,
  dryRun: {
    name: 'check-palette-cluster-creation',
    title: 'Whether a Palette cluster could be created',
    description:
      'Asks SpectroCloud Palette whether it accepts a new cluster, and says what speaks against it. Creates nothing. Its token lets the same caller create exactly this cluster, once, within ten minutes.',
  },
  change: {
    name: 'create-palette-cluster',
    title: 'Create a Palette cluster',
    description:
      'Creates a SpectroCloud Palette cluster, which takes up machines that cost money. Needs the token of check-palette-cluster-creation for exactly the same cluster. Call it once: after a failure, look in the list of clusters before anything else.',
  },
  input: zod => ({
    projectUid: uidInput(zod, 'Uid of the project to create it in'),
    cluster: zod
      .object({
        cloudType: zod
          .enum(CREATABLE_CLOUD_TYPES)
          .describe('Where it is to run'),
        metadata: zod
          .object({
            name: zod.string().describe('Lower case letters, digits and "-"'),
            labels: zod.record(zod.string()).optional(),
            annotations: zod.record(zod.string()).optional(),
          })
          .strict(),
        spec: zod
          .record(zod.unknown())
          .describe(
            'As the body of Palette’s own call for this cloud: cloudAccountUid, cloudConfig, machinepoolconfig, profiles',
          ),
      })
      .strict(),
  }),
  request,
  plan,
  async check(reader, { cluster: creation, projectUid }) {
    const { name } = creation.metadata;
    const [isTaken] = await Promise.all([
      hasCluster(reader, name, projectUid),
      validateCluster({ reader, creation, projectUid }),
    ]);
    return {
      accepted: !isTaken,
      findings: isTaken
        ? [
            {
              field: 'metadata.name',
              code: 'NameTaken',
              message: 'A cluster of this project has the name already',
            },
          ]
        : [],
      plan: { name, cloudType: creation.cloudType, projectUid },
    };
  },
  perform: async (context, { cluster, projectUid }) =>
    createCluster({ ...context, creation: cluster, projectUid }),
};

/** Palette's validation doesn't look at names. */
async function hasCluster(
  reader: PaletteReader,
  name: string,
  projectUid: string,
): Promise<boolean> {
  try {
    const clusters = await fetchClusterMeta(reader.client, projectUid);
    return clusters.some(({ metadata }) => metadata?.name === name);
  } catch (error) {
    // Who may create clusters need not be allowed to list them; Palette refuses the name then.
    if (error instanceof NotAllowedError) return false;
    throw error;
  }
}
