import { hybridClustersOf } from '../../seed/hybridClusters';
import type { Cluster, Profile } from '../../seed/types';
import { uidOf } from '../../seed/uid';
import type { Scope } from '../Scope';
import { clusterSpecView } from './clusterSummary';
import { clusterStatusView } from './clusterStatus';
import { objectMeta } from './metadata';
import { profileTemplateView } from './profileTemplate';

const API_PORT = 6443;
/** Palette's zero time. */
const NEVER = '0001-01-01T00:00:00.000Z';

/** The profiles that the cluster runs. */
export function profilesOfCluster(
  { caller }: Scope,
  { profileUids }: Cluster,
): Profile[] {
  return profileUids
    .map(uid => caller.organisation.profiles.find(p => p.uid === uid))
    .filter(profile => profile !== undefined);
}

/** Host name of the Kubernetes API; nothing answers there. */
export function apiHostOf(cluster: Cluster): string {
  return `${cluster.name}.k8s.acme.example`;
}

/** Uid of the object that holds the machine pools. */
export function cloudConfigUidOf({ uid }: Cluster): string {
  return uidOf('cloudconfig', uid);
}

const isUp = ({ state }: Cluster) => state === 'Running' || state === 'Error';

function conditionView(cluster: Cluster, type: string, at: string) {
  const isGood = cluster.state === 'Running';
  return {
    lastProbeTime: at,
    lastTransitionTime: at,
    message: isGood ? '' : (cluster.problem ?? ''),
    reason: isGood ? 'Ready' : cluster.state,
    status: isGood ? 'True' : 'False',
    type,
  };
}

function packStatusViews(scope: Scope, cluster: Cluster) {
  const { updating = [], runningProfileUids, profileUids } = cluster;
  // What waits for an approval is not begun yet.
  const begun = cluster.updating ? profileUids : runningProfileUids;
  const shown = { ...cluster, profileUids: begun ?? profileUids };
  return profilesOfCluster(scope, shown).flatMap(profile =>
    profile.packs.map(pack => ({
      condition: updating.includes(profile.uid)
        ? {
            ...conditionView(cluster, 'Ready', cluster.createdAt),
            message: `Installing ${pack.name} ${pack.version}`,
            reason: 'Installing',
            status: 'False',
          }
        : conditionView(cluster, 'Ready', cluster.createdAt),
      endTime: updating.includes(profile.uid) ? NEVER : cluster.createdAt,
      manifests: [],
      name: pack.name,
      profileUid: profile.uid,
      services: [],
      startTime: cluster.createdAt,
      type: pack.type,
      version: pack.version,
    })),
  );
}

/** What `/dashboard` and the full object say of the running cluster. */
function runtimeView(scope: Scope, cluster: Cluster) {
  return {
    addOnServices: [],
    apiEndpoints: isUp(cluster)
      ? [{ host: apiHostOf(cluster), port: API_PORT }]
      : [],
    conditions: ['CloudInfrastructureReady', 'ControlPlaneReady'].map(type =>
      conditionView(cluster, type, cluster.createdAt),
    ),
    packs: packStatusViews(scope, cluster),
    services: [],
    upgrades: isUp(cluster)
      ? [
          {
            reason: [`Kubernetes ${cluster.kubernetesVersion} is wanted`],
            timestamp: cluster.createdAt,
          },
        ]
      : [],
  };
}

/** `v1SpectroClusterUidSummary`: here it is `spec`, not `specSummary`. */
export function clusterOverviewView(
  scope: Scope,
  cluster: Cluster,
  nowMs: number,
) {
  const { archTypes, cloudConfig, cloudAccountMeta, ...rest } = clusterSpecView(
    scope,
    cluster,
  );
  const { repave: _notHere, ...status } = clusterStatusView(
    scope,
    cluster,
    nowMs,
  );
  return {
    metadata: objectMeta(scope, cluster),
    spec: {
      archTypes,
      cloudConfig,
      ...(cloudAccountMeta && { cloudaccount: cloudAccountMeta }),
      clusterProfileTemplate: rest.clusterProfileTemplate,
      clusterProfileTemplates: rest.clusterProfileTemplates,
    },
    status: {
      ...status,
      ...runtimeView(scope, cluster),
      kubeMeta: {
        hasKubeConfig: isUp(cluster),
        hasKubeConfigClient: isUp(cluster) && cluster.kubeconfig === 'oidc',
        hasManifest: false,
        kubernetesVersion: isUp(cluster) ? cluster.kubernetesVersion : '',
      },
      workspaces: [],
    },
  };
}

/** Whether some of its pools are elsewhere, as clusters of their own. */
function hybridConfigView(cluster: Cluster) {
  const pools = hybridClustersOf(cluster);
  return pools.length === 0
    ? {}
    : {
        hybridClusterConfig: {
          enable: true,
          hybridMachinePoolClusterRefs: pools.map(({ cloudType, uid }) => ({
            cloudType,
            uid,
          })),
        },
      };
}

/** `v1SpectroCluster`: the whole object, with the values of its packs. */
export function clusterView(scope: Scope, cluster: Cluster, nowMs: number) {
  const status = clusterStatusView(scope, cluster, nowMs);
  return {
    apiVersion: 'v1',
    kind: 'SpectroCluster',
    metadata: objectMeta(scope, cluster),
    spec: {
      cloudConfigRef: {
        kind: cluster.cloudType,
        name: cluster.name,
        uid: cloudConfigUidOf(cluster),
      },
      cloudType: cluster.cloudType,
      clusterConfig: {
        timezone: 'UTC',
        ...hybridConfigView(cluster),
        ...(cluster.virtual && {
          hostClusterConfig: {
            clusterGroup: {
              kind: 'clustergroup',
              uid: cluster.virtual.clusterGroupUid,
            },
            isHostCluster: false,
          },
        }),
      },
      clusterProfileTemplates: profilesOfCluster(scope, cluster).map(
        profileTemplateView,
      ),
      clusterType: cluster.clusterType,
    },
    status: {
      ...runtimeView(scope, cluster),
      clusterImport: status.clusterImport,
      fips: status.fips,
      location: {
        countryCode: cluster.location.country,
        countryName: cluster.location.country,
        geoLoc: {
          latitude: cluster.location.latitude,
          longitude: cluster.location.longitude,
        },
        regionCode: cluster.region,
        regionName: cluster.region,
      },
      profileStatus: { hasUserMacros: false },
      repave: status.repave,
      state: cluster.state,
      virtual: status.virtual,
    },
  };
}
