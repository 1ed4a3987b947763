/** Prefix of the annotations by which entities of the catalog name something of Palette. @public */
export const PALETTE_ANNOTATION_PREFIX = 'spectrocloud.com';

/** Prefix of those of other Palette plugins, unless `spectrocloud.annotationPrefix` names another. @public */
export const OTHER_ANNOTATION_PREFIX = 'terasky.backstage.io';

/** Catalog annotation that names the Palette user (`userUid`) of a `User` entity. @public */
export const PALETTE_USER_ID_ANNOTATION = `${PALETTE_ANNOTATION_PREFIX}/user-id`;

/** Annotations of entities. @public */
export const PALETTE_ANNOTATIONS = {
  /**
   * Name of the Palette (`spectrocloud.environments[].name`) whose object the catalog
   * module made the entity of. Others, which only name something there, don't have it.
   */
  managedBy: `${PALETTE_ANNOTATION_PREFIX}/managed-by`,
  /** Name of the Palette that the others are about; the first one by default. */
  instance: `${PALETTE_ANNOTATION_PREFIX}/instance`,
  /** Uid of the tenant. */
  tenantUid: `${PALETTE_ANNOTATION_PREFIX}/tenant-uid`,
  /** Uid of a cluster, a host or a virtual one. */
  clusterUid: `${PALETTE_ANNOTATION_PREFIX}/cluster-uid`,
  /** Uid of a team. */
  teamUid: `${PALETTE_ANNOTATION_PREFIX}/team-uid`,
  /** Uid of a cluster group. */
  clusterGroupUid: `${PALETTE_ANNOTATION_PREFIX}/cluster-group-uid`,
  /** Uid of a version of a profile. */
  profileUid: `${PALETTE_ANNOTATION_PREFIX}/profile-uid`,
  /** Uid of the project, or of the one that something belongs to. */
  projectUid: `${PALETTE_ANNOTATION_PREFIX}/project-uid`,
} as const;
