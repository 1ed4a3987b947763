import { z } from 'zod';
import { textSchema } from './common';

/** Schema of `KubernetesAccessGap`. @public */
export const kubernetesAccessGapSchema = z.enum([
  'not-read-yet',
  'not-running',
  'no-kubeconfig',
  'no-oidc',
  'behind-proxy',
  'unreadable',
  'failed',
]);

/**
 * Why users can't sign in to a cluster's Kubernetes API as themselves, as far as Palette tells:
 *
 * - `not-read-yet`: it is being read in the background; ask again in a while
 * - `not-running`: the cluster has no Kubernetes API yet, or no longer
 * - `no-kubeconfig`: Palette has no kubeconfig of its users
 * - `no-oidc`: its kubeconfig signs everybody in alike
 * - `behind-proxy`: its API server is reached through Palette's proxy, which has credentials of its own
 * - `unreadable`: its kubeconfig names no https address, or no certificate
 * - `failed`: Palette didn't answer; it is asked again
 *
 * @public
 */
export type KubernetesAccessGap = z.infer<typeof kubernetesAccessGapSchema>;

/** Schema of `KubernetesAccess`. @public */
export const kubernetesAccessSchema = z.object({
  /** Of the API server: `https://`, without a slash at the end. */
  endpoint: z.string(),
  /** PEM of the authorities that sign its certificate, in base64; none where everybody trusts them. */
  caData: textSchema,
  /** Whose ID tokens it takes. */
  oidc: z
    .object({ issuerUrl: z.string(), clientId: z.string() })
    .optional()
    .catch(undefined),
});

/** How a cluster's Kubernetes API is reached; never anything that signs in there. @public */
export type KubernetesAccess = z.infer<typeof kubernetesAccessSchema>;

/** Schema of `KubernetesCluster`. @public */
export const kubernetesClusterSchema = z.object({
  /** Palette's uid. */
  uid: z.string(),
  /** As Palette has it, unique in a project only. */
  name: z.string(),
  projectUid: textSchema,
  projectName: textSchema,
  /** As in a list of clusters. */
  state: textSchema,
  /** As in a list of clusters. */
  labels: z.record(z.string(), z.string()).optional(),
  /** As far as it is known. */
  access: kubernetesAccessSchema.optional(),
  /** Why users can't sign in there; none where they can. */
  gap: kubernetesAccessGapSchema.optional(),
});

/** A cluster of the caller's, as the Kubernetes plugin needs it. @public */
export type KubernetesCluster = z.infer<typeof kubernetesClusterSchema>;
