import type { PaletteAnnotations } from './annotations';

/** What identifies a cluster at Palette. */
export interface NamedCluster {
  uid: string;
  /** Unique in a project only. */
  name: string;
  projectUid?: string;
  projectName?: string;
}

/** Whether annotations name a cluster: by its uid, else by its name and its project. */
export function isNamedBy(
  cluster: NamedCluster,
  annotations: PaletteAnnotations,
): boolean {
  const { clusterUid, virtualClusterUid, clusterName } = annotations;
  const { projectUid, projectName } = annotations;
  const uid = virtualClusterUid ?? clusterUid;
  if (uid) return cluster.uid === uid.value;
  return (
    cluster.name === clusterName?.value &&
    Boolean(projectUid ?? projectName) &&
    (!projectUid || cluster.projectUid === projectUid.value) &&
    (!projectName || cluster.projectName === projectName.value)
  );
}
