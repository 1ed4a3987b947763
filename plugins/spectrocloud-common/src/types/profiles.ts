import type { PaletteMetadata, PaletteReference } from './metadata';

/** A pack of a profile. @public */
export interface ProfilePack {
  uid?: string;
  name: string;
  displayName?: string;
  version?: string;
  layer?: string;
  type?: string;
  /** YAML; only with the permission `spectrocloud.cluster.view-pack-values`. */
  values?: string;
  /** Only with the permission `spectrocloud.cluster.view-pack-manifests`. */
  manifests?: PaletteReference[];
}

/** A cluster profile. @public */
export interface ClusterProfile {
  metadata: PaletteMetadata;
  spec: {
    type?: string;
    cloudType?: string;
    /** Semantic version, as `1.2.0`. */
    version?: string;
    versions: Array<{ uid: string; version: string }>;
    packs: ProfilePack[];
  };
  status: {
    isPublished?: boolean;
    /** Only with the permission `spectrocloud.profile.view-clusters`. */
    inUseClusters?: PaletteReference[];
  };
}

/** A profile attached to a cluster, with its packs. @public */
export interface ClusterProfileOfCluster {
  metadata: PaletteMetadata;
  spec: {
    type?: string;
    cloudType?: string;
    version?: number;
    packs: ProfilePack[];
  };
}

/** A value that a profile asks for at cluster creation; maps to a form field. @public */
export interface ProfileVariable {
  name: string;
  displayName?: string;
  description?: string;
  /** Absent for sensitive variables. */
  defaultValue?: string;
  format?: string;
  inputType?: string;
  options?: Array<{ value: string; label?: string; default?: boolean }>;
  regex?: string;
  required?: boolean;
  hidden?: boolean;
  immutable?: boolean;
  isSensitive?: boolean;
}

/** A manifest of a pack. @public */
export interface PackManifest {
  metadata: PaletteMetadata;
  /** `content` is YAML. */
  spec: { published?: { content?: string; digest?: string } };
}

/** What to look for in `POST /profiles/search`. @public */
export interface ProfileSearch {
  /** Part of the name, ignoring case. */
  name?: string;
  /** `cluster`, `infra`, `add-on` or `system`. */
  types?: Array<'cluster' | 'infra' | 'add-on' | 'system'>;
  cloudTypes?: string[];
  scope?: 'system' | 'tenant' | 'project';
}
