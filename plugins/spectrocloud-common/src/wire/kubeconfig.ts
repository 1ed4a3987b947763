import { z } from 'zod';

/** Schema of `KubeconfigKind`. @public */
export const kubeconfigKindSchema = z.enum(['oidc', 'admin']);

/** Which kubeconfig: the user's own, or the cluster administrator's. @public */
export type KubeconfigKind = z.infer<typeof kubeconfigKindSchema>;
