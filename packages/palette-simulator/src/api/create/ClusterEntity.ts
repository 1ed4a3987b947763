/** The parts of `v1Spectro*ClusterEntity` that the simulator looks at. */
export interface ClusterEntity {
  metadata?: { name?: string; labels?: Record<string, string> };
  spec?: {
    cloudAccountUid?: string;
    cloudConfig?: {
      region?: string;
      location?: string;
      placement?: { datacenter?: string };
    };
    clusterConfig?: {
      hostClusterConfig?: { clusterGroup?: { uid?: string } };
    };
    machinepoolconfig?: MachinePoolEntity[];
    profiles?: ProfileEntity[];
  };
}

/** One entry of `machinepoolconfig`. */
export interface MachinePoolEntity {
  cloudConfig?: Record<string, unknown>;
  poolConfig?: {
    name?: string;
    size?: number;
    minSize?: number;
    maxSize?: number;
    isControlPlane?: boolean;
    updateStrategy?: { maxSurge?: string; maxUnavailable?: string };
  };
}

/** One entry of `profiles`. */
export interface ProfileEntity {
  uid?: string;
  packValues?: { name?: string; values?: string }[];
  variables?: { name?: string; value?: string }[];
}
