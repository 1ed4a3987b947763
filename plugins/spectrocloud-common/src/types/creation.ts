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

/** Body of `POST /clusters` and `POST /clusters/validate`. @public */
export interface ClusterCreation {
  cloudType: CreatableCloudType;
  /** Palette's create body for that cloud: `metadata` and `spec`. */
  cluster: {
    metadata: {
      name: string;
      labels?: Record<string, string>;
      annotations?: Record<string, string>;
    };
    spec: Record<string, unknown>;
  };
}

/** Something that Palette found wrong with a cluster to be created. @public */
export interface ClusterFinding {
  /** Where, as `machinePools.worker` or `profiles.<uid>.kubernetes`. */
  field: string;
  code?: string;
  message: string;
}

/** Answer of `POST /clusters/validate`. @public */
export interface ClusterValidation {
  valid: boolean;
  findings: ClusterFinding[];
}
