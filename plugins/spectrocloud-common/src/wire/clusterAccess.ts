import { z } from 'zod';
import { countSchema, flagSchema, textSchema } from './common';

/** Schema of `ClusterNamespace`. @public */
export const clusterNamespaceSchema = z.object({
  /** Its name, or the regular expression that the names of several match. */
  name: z.string(),
  isPattern: flagSchema,
  /** What its workloads may take together; unlimited where there is none. */
  cpuCores: countSchema,
  memoryMiB: countSchema,
  gpus: countSchema,
  /** What kept Palette from setting it up, in its own words. */
  problems: z.array(z.string()),
});

/** A namespace that Palette sets up in a cluster. @public */
export type ClusterNamespace = z.infer<typeof clusterNamespaceSchema>;

/** Schema of `ClusterRoleBinding`. @public */
export const clusterRoleBindingSchema = z.object({
  /** None: in all namespaces, as a `ClusterRoleBinding`. */
  namespace: textSchema,
  /** `Role` or `ClusterRole`. */
  roleKind: textSchema,
  role: textSchema,
  subjects: z.array(
    z.object({
      /** `User`, `Group` or `ServiceAccount`. */
      kind: textSchema,
      /** None of another user where the caller may not see people. */
      name: textSchema,
      /** Of a service account. */
      namespace: textSchema,
    }),
  ),
  /** Made by Palette by itself. */
  isSystem: flagSchema,
  /** What kept Palette from setting it up, in its own words. */
  problems: z.array(z.string()),
});

/** Who has which role where in a cluster, as Palette sets it up there. @public */
export type ClusterRoleBinding = z.infer<typeof clusterRoleBindingSchema>;

/** Schema of `ClusterImportManifest`. @public */
export const clusterImportManifestSchema = z.object({
  /** Palette's own line for a shell. */
  command: textSchema,
  /** Kubernetes objects as YAML; whoever holds them can join a cluster in this one's place. */
  manifest: z.string(),
});

/** What lets a cluster join Palette; keep it secret. @public */
export type ClusterImportManifest = z.infer<typeof clusterImportManifestSchema>;
