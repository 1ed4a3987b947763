import { z } from 'zod';
import { UID_PATTERN } from '../palette/palettePath';

/** A uid of Palette; nothing else may become part of a Palette path. */
export const uid = z
  .string()
  .regex(UID_PATTERN, 'must be a uid: letters, digits, "_" and "-", at most 64')
  .meta({ id: 'Uid' });

export const uidParams = z.object({ uid });

const instance = z.string().min(1).max(200).optional();

/** `?instance=` and `?projectUid=`, as every route takes them. */
export const scopeQuery = z.object({ instance, projectUid: uid.optional() });

/** As `scopeQuery`, where there has to be a project. */
export const projectQuery = z.object({ instance, projectUid: uid });

/** `?kind=` of kubeconfigs. */
export const kubeconfigQuery = scopeQuery.extend({
  kind: z.enum(['oidc', 'admin']).default('oidc'),
});

/** Clouds that clusters can be created in. */
const cloudName = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,31}$/, 'must be the name of a cloud, as "aws"');

export const cloudParams = z.object({ cloudType: cloudName });
export const cloudAccountParams = z.object({ cloudType: cloudName, uid });

/** Names of vSphere objects: free text, so they only ever travel in a query. */
const vsphereName = z.string().min(1).max(500);

export const computeClusterQuery = scopeQuery.extend({
  datacenter: vsphereName,
  computecluster: vsphereName,
});

/** Body of `POST /profiles/search`. */
export const profileSearchBody = z
  .strictObject({
    name: z.string().min(1).max(200).optional(),
    types: z.array(z.enum(['cluster', 'infra', 'add-on', 'system'])).optional(),
    cloudTypes: z.array(cloudName).max(50).optional(),
    scope: z.enum(['system', 'tenant', 'project']).optional(),
  })
  .default({});
