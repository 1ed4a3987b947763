import type { V1ObjectMeta, V1Reference } from './v1';

interface V1ResourceStatus {
  errors?: Array<{ msg?: string }>;
}

/** A namespace that Palette sets up. */
export interface V1ClusterNamespaceResource {
  metadata?: V1ObjectMeta;
  spec?: {
    isRegex?: boolean;
    resourceAllocation?: {
      cpuCores?: number;
      memoryMiB?: number;
      /** -1 is no limit. */
      gpuConfig?: { limit?: number };
    };
  };
  status?: V1ResourceStatus;
}

/** Role bindings that Palette sets up, those of one kind or one origin together. */
export interface V1ClusterRbac {
  metadata?: V1ObjectMeta;
  spec?: {
    isSystem?: boolean;
    bindings?: Array<{
      type?: string;
      namespace?: string;
      role?: { kind?: string; name?: string };
      subjects?: Array<{ type?: string; name?: string; namespace?: string }>;
    }>;
  };
  status?: V1ResourceStatus;
}

/** Its link is left out on purpose: it is Palette's own, or anything. */
export interface V1Notification {
  metadata?: V1ObjectMeta;
  relatedObject?: V1Reference;
  action?: {
    actionType?: string;
    actionMessage?: string;
    /** Sentences by pack or profile, and by what happened to it. */
    events?: Record<string, Record<string, string>>;
    ack?: boolean;
    isDone?: boolean;
    isInfo?: boolean;
  };
}
