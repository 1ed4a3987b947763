import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import type {
  PermissionCondition,
  PermissionCriteria,
} from '@backstage/plugin-permission-common';
import {
  PALETTE_ANNOTATIONS,
  PALETTE_USER_ID_ANNOTATION,
  PALETTE_VISIBILITY_RULE,
  type PaletteVisibilityParams,
} from '@terasky/backstage-plugin-spectrocloud-common';

/** Conditions on entities of the catalog. */
export type CatalogCriteria = PermissionCriteria<
  PermissionCondition<'catalog-entity'>
>;

/** Kinds of Palette's entities. */
export const KINDS = [
  'projects',
  'clusters',
  'clusterGroups',
  'profiles',
  'users',
  'teams',
] as const;

/** One of {@link KINDS}. */
export type Kind = (typeof KINDS)[number];

const CLUSTER = PALETTE_ANNOTATIONS.clusterUid;
const CLUSTER_GROUP = PALETTE_ANNOTATIONS.clusterGroupUid;
const PROFILE = PALETTE_ANNOTATIONS.profileUid;
const TEAM = PALETTE_ANNOTATIONS.teamUid;

function hasAnnotation(annotation: string, value?: string): CatalogCriteria {
  return {
    rule: 'HAS_ANNOTATION',
    resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
    params: { annotation, ...(value !== undefined && { value }) },
  };
}

/** What the catalog module did not make of Palette's objects. */
export function isOfNoPalette(): CatalogCriteria {
  return { not: hasAnnotation(PALETTE_ANNOTATIONS.managedBy) };
}

/** What a user may see there; the catalog module has the rule. */
export function isVisible(params: PaletteVisibilityParams): CatalogCriteria {
  return {
    rule: PALETTE_VISIBILITY_RULE,
    resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
    params,
  };
}

/** Entities of one kind, of one Palette. */
export function isOfKind(instance: string, kind: Kind): CatalogCriteria {
  const kinds: Record<Kind, CatalogCriteria> = {
    clusters: hasAnnotation(CLUSTER),
    clusterGroups: hasAnnotation(CLUSTER_GROUP),
    profiles: hasAnnotation(PROFILE),
    users: hasAnnotation(PALETTE_USER_ID_ANNOTATION),
    teams: hasAnnotation(TEAM),
    // What belongs to a project names it as well, so a project is what is none of these.
    projects: {
      not: {
        anyOf: [
          hasAnnotation(CLUSTER),
          hasAnnotation(CLUSTER_GROUP),
          hasAnnotation(PROFILE),
          hasAnnotation(PALETTE_USER_ID_ANNOTATION),
          hasAnnotation(TEAM),
        ],
      },
    },
  };
  return {
    allOf: [
      hasAnnotation(PALETTE_ANNOTATIONS.managedBy, instance),
      kinds[kind],
    ],
  };
}
