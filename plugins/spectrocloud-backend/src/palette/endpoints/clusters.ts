import type { Readable } from 'node:stream';
import type {
  CreatableCloudType,
  NewCluster,
} from '@terasky/backstage-plugin-spectrocloud-common';
import type { PaletteClient } from '../PaletteClient';
import { palettePath } from '../palettePath';
import { variableSecrets } from '../variableSecrets';
import type {
  V1Cluster,
  V1ClusterMeta,
  V1ClusterOverview,
  V1ClusterSummary,
} from '../v1';
import type { V1ClusterValidation, V1Event } from '../v1infrastructure';
import type { V1AttachedProfile } from '../v1profiles';

/** What exists, by name: a fixed order, so that pages neither overlap nor leave gaps. */
const CLUSTER_SEARCH = {
  filter: {
    conjunction: 'and',
    filterGroups: [
      {
        conjunction: 'and',
        filters: [
          {
            property: 'isDeleted',
            type: 'bool',
            condition: { bool: { value: false } },
          },
        ],
      },
    ],
  },
  sort: [{ field: 'clusterName', order: 'asc' }],
};

/** Clusters of a project, or of the whole tenant; virtual ones among them, told apart by their cloud type. */
export async function fetchClusters(
  client: PaletteClient,
  projectUid?: string,
): Promise<V1ClusterSummary[]> {
  return client.pages({
    method: 'POST',
    path: palettePath`/v1/dashboard/spectroclusters/search`,
    body: CLUSTER_SEARCH,
    projectUid,
  });
}

/** As `fetchClusters`, but all at once, and little more than names and uids. */
export async function fetchClusterMeta(
  client: PaletteClient,
  projectUid?: string,
): Promise<V1ClusterMeta[]> {
  return client.array({
    path: palettePath`/v1/dashboard/spectroclusters/meta`,
    projectUid,
  });
}

/** What a cluster's page shows, without the values of packs. */
export async function fetchClusterOverview(
  client: PaletteClient,
  uid: string,
  projectUid?: string,
): Promise<V1ClusterOverview> {
  return client.json({
    path: palettePath`/v1/dashboard/spectroclusters/${uid}`,
    projectUid,
  });
}

/** Large: it holds the values of all packs. */
export async function fetchWholeCluster(
  client: PaletteClient,
  uid: string,
  projectUid?: string,
): Promise<V1Cluster> {
  return client.json({
    path: palettePath`/v1/spectroclusters/${uid}`,
    projectUid,
  });
}

/** The newest events of a cluster, 50 at most. */
export async function fetchClusterEvents(
  client: PaletteClient,
  uid: string,
  projectUid?: string,
): Promise<V1Event[]> {
  // The newest page: a cluster's whole history has no reader. Palette has no
  // order of its own, so without one this would be any page.
  return client.items({
    path: palettePath`/v1/events/components/spectrocluster/${uid}`,
    query: { limit: '50', orderBy: 'metadata.lastModifiedTimestamp=-1' },
    projectUid,
  });
}

/** The profiles that are attached to a cluster, with their packs. */
export async function fetchAttachedProfiles(
  client: PaletteClient,
  clusterUid: string,
  projectUid?: string,
): Promise<V1AttachedProfile[]> {
  const { profiles } = await client.json<{ profiles?: V1AttachedProfile[] }>({
    path: palettePath`/v1/spectroclusters/${clusterUid}/profiles`,
    projectUid,
  });
  return profiles ?? [];
}

/** As Palette sends it; not read here. */
export async function streamPackManifest(
  client: PaletteClient,
  clusterUid: string,
  manifestUid: string,
  projectUid?: string,
): Promise<Readable> {
  return client.streamJson({
    path: palettePath`/v1/spectroclusters/${clusterUid}/pack/manifests/${manifestUid}`,
    projectUid,
  });
}

/** The same, read; Palette promises nothing of its shape. */
export async function fetchPackManifest(
  client: PaletteClient,
  clusterUid: string,
  manifestUid: string,
  projectUid?: string,
): Promise<object> {
  return client.json({
    path: palettePath`/v1/spectroclusters/${clusterUid}/pack/manifests/${manifestUid}`,
    projectUid,
  });
}

/** Never sent again: Palette might have done it although no answer came. */
export async function postCluster(
  client: PaletteClient,
  cloudType: CreatableCloudType,
  cluster: NewCluster,
  projectUid: string,
): Promise<{ uid?: string }> {
  return client.json({
    method: 'POST',
    path: palettePath`/v1/spectroclusters/${cloudType}`,
    body: cluster,
    projectUid,
    idempotent: false,
    creation: true,
    secrets: variableSecrets(cluster.spec.profiles),
  });
}

/** Asks Palette whether the cluster could be created; creates nothing. */
export async function postClusterValidation(
  client: PaletteClient,
  cloudType: CreatableCloudType,
  cluster: NewCluster,
  projectUid: string,
): Promise<V1ClusterValidation> {
  return client.json({
    method: 'POST',
    path: palettePath`/v1/spectroclusters/${cloudType}/validate`,
    body: cluster,
    projectUid,
    creation: true,
    secrets: variableSecrets(cluster.spec.profiles),
  });
}
