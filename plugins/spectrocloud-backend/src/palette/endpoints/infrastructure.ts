import type { PaletteClient } from '../PaletteClient';
import { palettePath } from '../palettePath';
import type {
  V1CloudAccountMetadata,
  V1ClusterGroup,
  V1ClusterGroupSummary,
  V1IpPool,
  V1Overlord,
  V1VsphereDatacenter,
  V1VsphereResources,
} from '../v1infrastructure';

/** Groups of host clusters. */
export async function fetchClusterGroups(
  client: PaletteClient,
  projectUid?: string,
): Promise<V1ClusterGroupSummary[]> {
  // `summaries`, not `items`.
  const { summaries } = await client.json<{
    summaries?: V1ClusterGroupSummary[];
  }>({ path: palettePath`/v1/clustergroups/hostCluster`, projectUid });
  return summaries ?? [];
}

/** One group of host clusters. */
export async function fetchClusterGroup(
  client: PaletteClient,
  uid: string,
  projectUid?: string,
): Promise<V1ClusterGroup> {
  return client.json({
    path: palettePath`/v1/clustergroups/${uid}`,
    projectUid,
  });
}

/** Of one cloud. The lists under `/v1/cloudaccounts/<cloud>` hold credentials, so they are never called. */
export async function fetchCloudAccounts(
  client: PaletteClient,
  cloud: string,
  projectUid?: string,
): Promise<V1CloudAccountMetadata[]> {
  return client.items({
    path: palettePath`/v1/dashboard/cloudaccounts/metadata`,
    query: { environment: cloud },
    projectUid,
  });
}

/** Data centres of a vSphere account. */
export async function fetchVsphereDatacenters(
  client: PaletteClient,
  accountUid: string,
  projectUid?: string,
): Promise<V1VsphereDatacenter[]> {
  return client.items({
    path: palettePath`/v1/cloudaccounts/vsphere/${accountUid}/properties/datacenters`,
    projectUid,
  });
}

/** Datastores, networks and resource pools of a compute cluster. */
export async function fetchVsphereResources(
  client: PaletteClient,
  accountUid: string,
  place: { datacenter: string; computecluster: string },
  projectUid?: string,
): Promise<V1VsphereResources> {
  return client.json({
    path: palettePath`/v1/cloudaccounts/vsphere/${accountUid}/properties/computecluster/resources`,
    query: place,
    projectUid,
  });
}

/** Private cloud gateways. */
export async function fetchOverlords(
  client: PaletteClient,
  projectUid?: string,
): Promise<V1Overlord[]> {
  return client.items({ path: palettePath`/v1/overlords`, projectUid });
}

/** Address pools of a vSphere gateway. */
export async function fetchIpPools(
  client: PaletteClient,
  overlordUid: string,
  projectUid?: string,
): Promise<V1IpPool[]> {
  return client.items({
    path: palettePath`/v1/overlords/vsphere/${overlordUid}/pools`,
    projectUid,
  });
}
