import type { PaletteMetadata, PaletteReference } from './metadata';

/** A pack of a profile. @public */
export interface ProfilePack {
  /** Palette's uid. */
  uid?: string;
  /** Name as people know it. */
  name: string;
  /** Name to show. */
  displayName?: string;
  /** Version. */
  version?: string;
  /** `os`, `k8s`, `cni`, `csi`, `addon` and so on. */
  layer?: string;
  /** Kind, in Palette's words. */
  type?: string;
  /** YAML; only with the permission `spectrocloud.cluster.view-pack-values`. */
  values?: string;
  /** Only with the permission `spectrocloud.cluster.view-pack-manifests`. */
  manifests?: PaletteReference[];
}

/** A cluster profile. @public */
export interface ClusterProfile {
  /** Uid, name and so on. */
  metadata: PaletteMetadata;
  /** What it is. */
  spec: {
    type?: string;
    cloudType?: string;
    /** Semantic version, as `1.2.0`. */
    version?: string;
    versions: Array<{ uid: string; version: string }>;
    packs: ProfilePack[];
  };
  /** How it is. */
  status: {
    isPublished?: boolean;
    /** Only with the permission `spectrocloud.profile.view-clusters`. */
    inUseClusters?: PaletteReference[];
  };
}

/** A profile attached to a cluster, with its packs. @public */
export interface ClusterProfileOfCluster {
  /** Uid, name and so on. */
  metadata: PaletteMetadata;
  /** What it is. */
  spec: {
    type?: string;
    cloudType?: string;
    version?: string;
    packs: ProfilePack[];
  };
}

/** A value that a profile asks for at cluster creation; maps to a form field. @public */
export interface ProfileVariable {
  /** Name as people know it. */
  name: string;
  /** Name to show. */
  displayName?: string;
  /** What it is for. */
  description?: string;
  /** Absent for sensitive variables. */
  defaultValue?: string;
  /** `string`, `number`, `boolean`, `ipv4` and so on. */
  format?: string;
  /** `text`, `dropdown` or `multiline`. */
  inputType?: string;
  /** Values to choose from. */
  options?: Array<{ value: string; label?: string; default?: boolean }>;
  /** What a value has to match. */
  regex?: string;
  /** Must have a value. */
  required?: boolean;
  /** Not to be shown in a form. */
  hidden?: boolean;
  /** Not to be changed after creation. */
  immutable?: boolean;
  /** A secret. */
  isSensitive?: boolean;
}

/** A manifest of a pack. @public */
export interface PackManifest {
  /** Uid and name, where Palette tells them. */
  metadata?: { uid?: string; name?: string };
  /** `content` is YAML. */
  spec?: { published?: { content?: string; digest?: string } };
}

/** What to look for in `POST /profiles/search`. @public */
export interface ProfileSearch {
  /** Part of the name, ignoring case. */
  name?: string;
  /** `cluster`, `infra`, `add-on` or `system`. */
  types?: Array<'cluster' | 'infra' | 'add-on' | 'system'>;
  /** Clouds, any of which fits. */
  cloudTypes?: string[];
  /** Whose profiles. */
  scope?: 'system' | 'tenant' | 'project';
}
