import type { PaletteClient } from '../PaletteClient';
import { palettePath } from '../palettePath';
import type {
  V1ClusterBackup,
  V1ClusterCost,
  V1ClusterOidc,
  V1ClusterRepave,
  V1ClusterWorkloads,
  V1CloudConfigObject,
  V1HybridPool,
  V1Machine,
  V1MachineCertificates,
  V1Metric,
  V1ProfileUpdate,
} from '../v1clusterDetails';

/** Palette's paths name a cloud as its type does, but for virtual clusters. */
const CLOUD_PATHS: ReadonlyMap<string, string> = new Map([
  ['nested', 'virtual'],
]);
/** These give all machines at once. */
const UNPAGED = ['apache-cloudstack', 'edge-native'];
const MINUTES_A_DAY = 24 * 60;

/** Where the node pools of a cluster are. */
export interface CloudConfigPlace {
  cloudType: string;
  configUid: string;
  projectUid?: string;
}

/** A stretch of time. */
export interface TimeWindow {
  start: Date;
  end: Date;
}

function cloudPath(cloudType: string): string {
  return CLOUD_PATHS.get(cloudType) ?? cloudType;
}

/** The node pools of a cluster, without their machines. */
export async function fetchCloudConfig(
  client: PaletteClient,
  { cloudType, configUid, projectUid }: CloudConfigPlace,
): Promise<V1CloudConfigObject> {
  return client.json({
    path: palettePath`/v1/cloudconfigs/${cloudPath(cloudType)}/${configUid}`,
    projectUid,
  });
}

/** The machines of a node pool. @throws `InputError` for a pool whose name can't be part of a path. */
export async function fetchMachines(
  client: PaletteClient,
  { cloudType, configUid, projectUid }: CloudConfigPlace,
  pool: string,
): Promise<V1Machine[]> {
  const call = {
    path: palettePath`/v1/cloudconfigs/${cloudPath(cloudType)}/${configUid}/machinePools/${pool}/machines`,
    projectUid,
  };
  return UNPAGED.includes(cloudType) ? client.items(call) : client.pages(call);
}

/** The pools of a cluster whose machines are elsewhere. */
export async function fetchHybridPools(
  client: PaletteClient,
  uid: string,
  projectUid?: string,
): Promise<V1HybridPool[]> {
  const { spec = {} } = await client.json<{
    spec?: { hybridPools?: V1HybridPool[] };
  }>({
    path: palettePath`/v1/spectroclusters/${uid}/hybridPools/metadata`,
    projectUid,
  });
  return spec.hybridPools ?? [];
}

/** What a cluster used, a value for each `periodMinutes`. */
export async function fetchMetrics(
  client: PaletteClient,
  uid: string,
  { start, end, periodMinutes }: TimeWindow & { periodMinutes: number },
  projectUid?: string,
): Promise<V1Metric[]> {
  return client.items({
    path: palettePath`/v1/metrics/spectrocluster/${uid}/values`,
    query: {
      startTime: start.toISOString(),
      endTime: end.toISOString(),
      period: String(periodMinutes),
    },
    projectUid,
  });
}

/** What a cluster cost, day by day. */
export async function fetchCost(
  client: PaletteClient,
  uid: string,
  { start, end }: TimeWindow,
  projectUid?: string,
): Promise<V1ClusterCost> {
  return client.json({
    path: palettePath`/v1/dashboard/spectroclusters/${uid}/cost`,
    query: {
      startTime: start.toISOString(),
      endTime: end.toISOString(),
      period: String(MINUTES_A_DAY),
    },
    projectUid,
  });
}

/** What Palette's agent saw on a cluster, in all namespaces. */
export async function fetchWorkloads(
  client: PaletteClient,
  uid: string,
  projectUid?: string,
): Promise<V1ClusterWorkloads> {
  return client.json({
    method: 'POST',
    path: palettePath`/v1/dashboard/spectroclusters/${uid}/workloads`,
    body: {},
    projectUid,
  });
}

/** The OpenID provider that a cluster trusts. */
export async function fetchClusterOidc(
  client: PaletteClient,
  uid: string,
  projectUid?: string,
): Promise<V1ClusterOidc> {
  return client.json({
    path: palettePath`/v1/spectroclusters/${uid}/oidc`,
    projectUid,
  });
}

/** Whether nodes have to be replaced. */
export async function fetchRepave(
  client: PaletteClient,
  uid: string,
  projectUid?: string,
): Promise<V1ClusterRepave> {
  return client.json({
    path: palettePath`/v1/spectroclusters/${uid}/repave/status`,
    projectUid,
  });
}

/** The certificates of the control plane, by machine. */
export async function fetchCertificates(
  client: PaletteClient,
  uid: string,
  projectUid?: string,
): Promise<V1MachineCertificates[]> {
  const { machineCertificates } = await client.json<{
    machineCertificates?: V1MachineCertificates[];
  }>({
    path: palettePath`/v1/spectroclusters/${uid}/k8certificates`,
    projectUid,
  });
  return machineCertificates ?? [];
}

/** Profiles with newer packs that can be applied. */
export async function fetchProfileUpdates(
  client: PaletteClient,
  uid: string,
  projectUid?: string,
): Promise<V1ProfileUpdate[]> {
  const { profiles } = await client.json<{ profiles?: V1ProfileUpdate[] }>({
    path: palettePath`/v1/spectroclusters/${uid}/profileUpdates`,
    projectUid,
  });
  return profiles ?? [];
}

/** How a cluster is backed up. */
export async function fetchBackup(
  client: PaletteClient,
  uid: string,
  projectUid?: string,
): Promise<V1ClusterBackup> {
  return client.json({
    path: palettePath`/v1/spectroclusters/${uid}/features/backup`,
    projectUid,
  });
}
