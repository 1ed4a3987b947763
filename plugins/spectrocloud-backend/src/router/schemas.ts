import {
  cloudNameSchema,
  kubeconfigKindSchema,
  placementKindSchema,
} from '@terasky/backstage-plugin-spectrocloud-common/schemas';
import { z } from 'zod';
import { UID_PATTERN } from '../palette/palettePath';

/** A uid of Palette; nothing else may become part of a Palette path. */
export const uid = z
  .string()
  .regex(
    UID_PATTERN,
    'must be a uid: letters, digits, "_" and "-", at most 64',
  );

export const uidParams = z.object({ uid });

const instance = z.string().min(1).max(200).optional();

/** `?instance=` and `?projectUid=`, as every route takes them. */
export const scopeQuery = z.object({ instance, projectUid: uid.optional() });

/** As `scopeQuery`, where there has to be a project. */
export const projectQuery = z.object({ instance, projectUid: uid });

/** `?kind=` of kubeconfigs, and `?direct=` of those of kind `oidc`. */
export const kubeconfigQuery = scopeQuery.extend({
  kind: kubeconfigKindSchema.default('oidc'),
  direct: z.enum(['true', 'false']).default('false'),
});

/** `?hours=`, a month at most. */
export const metricsQuery = scopeQuery.extend({
  hours: z.coerce.number().int().min(1).max(720).default(24),
});

export const cloudParams = z.object({ cloudType: cloudNameSchema });
export const cloudAccountParams = z.object({ cloudType: cloudNameSchema, uid });

export const placementParams = cloudAccountParams.extend({
  kind: placementKindSchema,
});

/** Names of a cloud's places look like uids, and become part of a path. */
export const placementQuery = scopeQuery.extend({
  region: uid.optional(),
  cloudProject: uid.optional(),
  subscription: uid.optional(),
});

/** Names of vSphere objects: free text, so they only ever travel in a query. */
const vsphereName = z.string().min(1).max(500);

export const computeClusterQuery = scopeQuery.extend({
  datacenter: vsphereName,
  computecluster: vsphereName,
});
