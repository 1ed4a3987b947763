import type {
  Cluster,
  MachinePool,
  VirtualClusterSummary,
} from '@terasky/backstage-plugin-spectrocloud-common';
import type { V1Cluster, V1ClusterSummary } from '../palette/v1';
import {
  readAtOf,
  toCluster,
  toClusterSummary,
  toMachinePools,
} from './clusters';

/** A cluster as a list shows it, and what else a list tells of it. */
export interface ListedCluster {
  summary: VirtualClusterSummary;
  machinePools: MachinePool[];
}

/** A row of a list, with what its cluster's page needs of it. */
export function toListed(
  row: V1ClusterSummary,
  projectUid?: string,
): ListedCluster {
  return {
    summary: toClusterSummary(row, projectUid),
    machinePools: toMachinePools(row.specSummary?.cloudConfig) ?? [],
  };
}

/**
 * Everything about one cluster that the whole object tells, and from a row of a
 * list, as old as that is, what the object lacks: health, nodes, cloud account.
 */
export function toListedCluster(
  whole: V1Cluster,
  listed: { cluster: ListedCluster; readAt: Date; detailsReadAt: Date },
): Cluster {
  const { summary, machinePools } = listed.cluster;
  const { spec, status } = summary;
  const details = toCluster(
    { metadata: whole.metadata, spec: whole.spec, status: whole.status },
    new Map(),
    { clusterType: importedType(whole), readAt: listed.detailsReadAt },
  );
  return {
    ...details,
    spec: {
      ...details.spec,
      cloudType: spec.cloudType,
      projectUid: spec.projectUid,
      projectName: spec.projectName,
      cloudAccount: spec.cloudAccount,
      machinePools,
    },
    status: { ...details.status, health: status.health },
    virtual: summary.virtual,
    readAt: readAtOf(listed.detailsReadAt, listed.readAt),
  };
}

/** As where it is asked for by itself: only imported clusters are of a type worth telling. */
function importedType({ spec, status }: V1Cluster): string | undefined {
  return status?.clusterImport?.isBrownfield ? spec?.clusterType : undefined;
}
