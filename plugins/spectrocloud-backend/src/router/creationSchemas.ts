import { z } from 'zod';

/** Palette's rule for names: a DNS label. */
const name = z
  .string()
  .regex(
    /^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/,
    'must start with a letter and have lower case letters, digits and "-" only, at most 63',
  );

const metadata = z
  .strictObject({
    name,
    labels: z.record(z.string(), z.string()).optional(),
    annotations: z.record(z.string(), z.string()).optional(),
  })
  .meta({ id: 'NewClusterMetadata' });

const text = z.string().min(1);
const pools = z
  .array(z.looseObject({ cloudConfig: z.looseObject({}) }))
  .optional();

/**
 * What Palette requires at least, by cloud; the rest is passed on, since its
 * own findings say better what is wrong with it.
 */
function spec(cloudConfig: z.ZodType) {
  return z.looseObject({
    cloudAccountUid: text,
    cloudConfig,
    machinepoolconfig: pools,
  });
}

const regional = spec(z.looseObject({ region: text }));
const azure = spec(
  z.looseObject({ location: text, sshKey: text, subscriptionId: text }),
);
const google = spec(z.looseObject({ project: text, region: text }));
const vsphere = z.looseObject({
  // Clusters on edge hosts have no account.
  cloudAccountUid: text.optional(),
  cloudConfig: z.looseObject({
    placement: z.looseObject({ datacenter: text }),
  }),
  machinepoolconfig: pools,
});
const maas = spec(z.looseObject({ domain: text }));
const virtual = z.looseObject({
  clusterConfig: z.looseObject({
    hostClusterConfig: z.looseObject({}),
  }),
});

function creation<TCloud extends string>(
  cloudType: TCloud,
  cloudSpec: z.ZodType<Record<string, unknown>>,
) {
  return z.strictObject({
    cloudType: z.literal(cloudType),
    metadata,
    spec: cloudSpec,
  });
}

/** Body of `POST /clusters` and `POST /clusters/validate`. */
export const clusterCreationBody = z
  .discriminatedUnion('cloudType', [
    creation('eks', regional),
    creation('aws', regional),
    creation('aks', azure),
    creation('azure', azure),
    creation('gcp', google),
    creation('gke', google),
    creation('vsphere', vsphere),
    creation('maas', maas),
    creation('virtual', virtual),
  ])
  .meta({ id: 'ClusterCreation' });

/** Body of `POST /virtualclusters`. */
export const virtualClusterBody = z.strictObject({ metadata, spec: virtual });
