import { nodeCountOf } from '../../seed/pools';
import type { Cluster } from '../../seed/types';
import { badRequest } from '../PaletteError';
import {
  matchesFilter,
  type PropertyValue,
  type SearchFilter,
} from './filterGrammar';

/** `v1SearchFilterSummarySpec`. */
export interface SearchSpec {
  filter?: SearchFilter;
  sort?: { field?: string; order?: 'asc' | 'desc' }[];
}

const SORT_FIELDS: Record<string, (cluster: Cluster) => string> = {
  environment: ({ cloudType }) => cloudType,
  clusterName: ({ name }) => name,
  clusterState: ({ state }) => state,
  healthState: ({ health }) => health,
  creationTimestamp: ({ createdAt }) => createdAt,
  lastModifiedTimestamp: ({ createdAt }) => createdAt,
};

const PROPERTY_TYPES = {
  clusterName: 'string',
  clusterState: 'string',
  healthState: 'string',
  environment: 'string',
  region: 'string',
  isDeleted: 'bool',
  isVirtual: 'bool',
  k8sVersion: 'string',
  projectUid: 'string',
  uid: 'string',
  nodeCount: 'int',
  creationTimestamp: 'date',
  lastModifiedTimestamp: 'date',
  tags: 'keyValue',
} as const;

/** The properties of a cluster that filters may name. */
function propertiesOf(
  cluster: Cluster,
): Record<keyof typeof PROPERTY_TYPES, PropertyValue> {
  return {
    clusterName: cluster.name,
    clusterState: cluster.state,
    healthState: cluster.health,
    environment: cluster.cloudType,
    region: cluster.region,
    isDeleted: cluster.state === 'Deleted',
    isVirtual: cluster.virtual !== undefined,
    k8sVersion: cluster.kubernetesVersion,
    projectUid: cluster.projectUid,
    uid: cluster.uid,
    nodeCount: nodeCountOf(cluster),
    creationTimestamp: cluster.createdAt,
    lastModifiedTimestamp: cluster.createdAt,
    tags: cluster.labels,
  };
}

/** The clusters that pass the filter, in the wanted order (newest first by default). */
export function searchClusters(
  clusters: Cluster[],
  spec: SearchSpec = {},
): Cluster[] {
  const found = clusters.filter(cluster =>
    matchesFilter(propertiesOf(cluster), spec.filter),
  );
  const sort = spec.sort?.length
    ? spec.sort
    : [{ field: 'lastModifiedTimestamp', order: 'desc' as const }];
  return found.sort((a, b) => {
    for (const { field, order } of sort) {
      const key = SORT_FIELDS[field ?? ''];
      if (!key) {
        throw badRequest(`Unknown sort field '${field}'`);
      }
      const difference = key(a).localeCompare(key(b));
      if (difference !== 0) {
        return order === 'desc' ? -difference : difference;
      }
    }
    return a.uid.localeCompare(b.uid);
  });
}

/** The properties that filters may name, as `/search/schema` lists them. */
export function searchSchema() {
  return Object.entries(PROPERTY_TYPES).map(([name, type]) => ({
    name,
    displayName: name,
    type,
    hideDisplay: false,
  }));
}
