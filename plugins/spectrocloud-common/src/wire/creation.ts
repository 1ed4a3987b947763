import { z } from 'zod';
import { textSchema } from './common';

/** Palette's rule for names: a DNS label. */
export const clusterNameSchema = z
  .string()
  .regex(
    /^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/,
    'must start with a letter and have lower case letters, digits and "-" only, at most 63',
  );

/** Schema of the metadata of `NewCluster`. @public */
export const newClusterMetadataSchema = z.strictObject({
  /** Lower case letters, digits and "-". */
  name: clusterNameSchema,
  labels: z.record(z.string(), z.string()).optional(),
  annotations: z.record(z.string(), z.string()).optional(),
});

/** What makes a cluster to be created; `spec` is `cloudConfig`, `machinepoolconfig`, `profiles`, `cloudAccountUid` and so on, by cloud. */
function newCluster(spec: z.ZodType<Record<string, unknown>>) {
  return { metadata: newClusterMetadataSchema, spec };
}

const required = z.string().min(1);
const pools = z
  .array(z.looseObject({ cloudConfig: z.looseObject({}) }))
  .optional();

/**
 * What Palette requires at least, by cloud; the rest is passed on, since its
 * own findings say better what is wrong with it.
 */
function specOf(cloudConfig: z.ZodType) {
  return z.looseObject({
    cloudAccountUid: required,
    cloudConfig,
    machinepoolconfig: pools,
  });
}

const regional = specOf(z.looseObject({ region: required }));
const azure = specOf(
  z.looseObject({
    location: required,
    sshKey: required,
    subscriptionId: required,
  }),
);
const google = specOf(z.looseObject({ project: required, region: required }));
const vsphere = z.looseObject({
  // Clusters on edge hosts have no account.
  cloudAccountUid: required.optional(),
  cloudConfig: z.looseObject({
    placement: z.looseObject({ datacenter: required }),
  }),
  machinepoolconfig: pools,
});
const maas = specOf(z.looseObject({ domain: required }));
const virtual = z.looseObject({
  clusterConfig: z.looseObject({
    hostClusterConfig: z.looseObject({}),
  }),
});

function creation<TCloud extends string>(
  cloudType: TCloud,
  spec: z.ZodType<Record<string, unknown>>,
) {
  return z.strictObject({
    cloudType: z.literal(cloudType),
    ...newCluster(spec),
  });
}

/** Schema of `ClusterCreation`. @public */
export const clusterCreationSchema = z.discriminatedUnion('cloudType', [
  creation('eks', regional),
  creation('aws', regional),
  creation('aks', azure),
  creation('azure', azure),
  creation('gcp', google),
  creation('gke', google),
  creation('vsphere', vsphere),
  creation('maas', maas),
  creation('virtual', virtual),
]);

/** Body of `POST /clusters` and `POST /clusters/validate`. @public */
export type ClusterCreation = z.infer<typeof clusterCreationSchema>;

/** Clouds that clusters can be created in. @public */
export type CreatableCloudType = ClusterCreation['cloudType'];

/** Schema of `NewCluster`. Body of `POST /virtualclusters`. @public */
export const virtualClusterCreationSchema = z.strictObject(newCluster(virtual));

/** A cluster to be created, as Palette's own create body has it. @public */
export type NewCluster = z.infer<typeof virtualClusterCreationSchema>;

/** Schema of `CreatedCluster`. @public */
export const createdClusterSchema = z.object({
  /** Palette's uid. */
  uid: z.string(),
});

/** Answer of `POST /clusters` and `POST /virtualclusters`. @public */
export type CreatedCluster = z.infer<typeof createdClusterSchema>;

/** Schema of `ClusterFinding`. @public */
export const clusterFindingSchema = z.object({
  /** Where, as `machinePools.worker` or `profiles.<uid>.kubernetes`. */
  field: z.string(),
  /** Palette's code for it. */
  code: textSchema,
  /** What happened, in a sentence. */
  message: z.string(),
});

/** Something that Palette found wrong with a cluster to be created. @public */
export type ClusterFinding = z.infer<typeof clusterFindingSchema>;

/** Schema of `ClusterValidation`. @public */
export const clusterValidationSchema = z.object({
  /** Whether Palette found nothing. */
  valid: z.boolean(),
  /** What Palette does not accept; empty when valid. */
  findings: z.array(clusterFindingSchema),
});

/** What `POST /clusters/validate` found. @public */
export type ClusterValidation = z.infer<typeof clusterValidationSchema>;
