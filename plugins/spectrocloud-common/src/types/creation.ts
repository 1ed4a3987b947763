/** Clouds that clusters can be created in. @public */
export type CreatableCloudType =
  | 'eks'
  | 'aws'
  | 'aks'
  | 'azure'
  | 'gcp'
  | 'gke'
  | 'vsphere'
  | 'maas'
  | 'virtual';

/** A cluster to be created, as Palette's own create body has it. @public */
export interface NewCluster {
  /** Uid, name and so on. */
  metadata: {
    /** Lower case letters, digits and "-". */
    name: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  };
  /** `cloudConfig`, `machinepoolconfig`, `profiles`, `cloudAccountUid` and so on, by cloud. */
  spec: Record<string, unknown>;
}

/** Body of `POST /clusters` and `POST /clusters/validate`. @public */
export interface ClusterCreation extends NewCluster {
  /** Cloud, as `aws`, `eks` or `vsphere`. */
  cloudType: CreatableCloudType;
}

/** Answer of `POST /clusters` and `POST /virtualclusters`. @public */
export interface CreatedCluster {
  /** Palette's uid. */
  uid: string;
}

/** Something that Palette found wrong with a cluster to be created. @public */
export interface ClusterFinding {
  /** Where, as `machinePools.worker` or `profiles.<uid>.kubernetes`. */
  field: string;
  /** Palette's code for it. */
  code?: string;
  /** What happened, in a sentence. */
  message: string;
}

/** What `POST /clusters/validate` found. @public */
export interface ClusterValidation {
  /** Whether Palette found nothing. */
  valid: boolean;
  /** What Palette does not accept; empty when valid. */
  findings: ClusterFinding[];
}
