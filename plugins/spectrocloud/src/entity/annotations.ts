import type { Entity } from '@backstage/catalog-model';
import {
  OTHER_ANNOTATION_PREFIX,
  PALETTE_ANNOTATION_PREFIX,
} from '@terasky/backstage-plugin-spectrocloud-common';

/** The names that follow the prefix; of several, the first one wins. */
const NAMES = {
  instance: ['instance'],
  clusterUid: ['cluster-uid', 'cluster-id'],
  clusterName: ['cluster-name'],
  virtualClusterUid: ['virtual-cluster-uid', 'virtual-cluster-id'],
  profileUid: ['profile-uid', 'profile-id'],
  profileRefs: ['cluster-profile-refs'],
  clusterGroupUid: ['cluster-group-uid', 'cluster-group-id'],
  projectUid: ['project-uid', 'project-id'],
  projectName: ['project-name'],
};

/** What an annotation can say. */
export type AnnotationName = keyof typeof NAMES;

/** What an entity's annotations say of Palette, and which annotation says it. */
export type PaletteAnnotations = {
  [Name in AnnotationName]?: { value: string; key: string };
};

/** Reads the annotations of Palette; ours win over those with the other prefix. */
export function readAnnotations(
  entity: Entity,
  prefix: string = OTHER_ANNOTATION_PREFIX,
): PaletteAnnotations {
  const annotations = entity.metadata.annotations ?? {};
  const found: PaletteAnnotations = {};
  for (const [name, spellings] of Object.entries(NAMES)) {
    const key = [PALETTE_ANNOTATION_PREFIX, prefix]
      .flatMap(start => spellings.map(spelling => `${start}/${spelling}`))
      .find(each => annotations[each]?.trim());
    if (key) {
      found[name as AnnotationName] = { value: annotations[key].trim(), key };
    }
  }
  return found;
}

/** Whether it names a cluster, a host or a virtual one. */
export function namesCluster(annotations: PaletteAnnotations): boolean {
  return Boolean(annotations.clusterUid ?? annotations.clusterName);
}

/** Whether the entity is a project: other things name theirs, too. */
export function namesProject(annotations: PaletteAnnotations): boolean {
  const { projectUid, projectName, ...others } = annotations;
  return (
    Boolean(projectUid ?? projectName) &&
    !namesCluster(others) &&
    !others.virtualClusterUid &&
    !others.profileUid &&
    !others.clusterGroupUid
  );
}
