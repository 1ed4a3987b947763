import type { Cluster } from '../../seed/types';
import { uidOf } from '../../seed/uid';
import type { Scope } from '../Scope';
import { objectMeta } from './metadata';

const DAY_MS = 24 * 60 * 60 * 1000;
const YEAR_DAYS = 365;
/** Staging's certificates are about to lapse. */
const FEW_DAYS = 12;
const NIGHTLY = '0 2 * * *';
const WEEKLY = '0 4 * * 0';

const inDays = (nowMs: number, days: number) =>
  new Date(nowMs + days * DAY_MS).toISOString();

/** Backups and scans are set up for production. */
export function isLookedAfter({ labels }: Cluster): boolean {
  return labels.env === 'production';
}

/** `v1ClusterRbacCertificates` of the machines that run the control plane. */
export function certificatesView(cluster: Cluster, nowMs: number) {
  const days = cluster.name.endsWith('-stage') ? FEW_DAYS : YEAR_DAYS;
  const expiry = inDays(nowMs, days);
  const [controlPlane] = cluster.pools.filter(pool => pool.isControlPlane);
  return {
    machineCertificates: Array.from(
      { length: controlPlane?.size ?? 0 },
      (_, index) => ({
        certificateAuthorities: [
          {
            certificates: ['apiserver', 'apiserver-kubelet-client'].map(
              name => ({ expiry, name }),
            ),
            expiry: inDays(nowMs, 10 * YEAR_DAYS),
            name: 'ca',
          },
          {
            certificates: [{ expiry, name: 'etcd-server' }],
            expiry: inDays(nowMs, 10 * YEAR_DAYS),
            name: 'etcd-ca',
          },
        ],
        name: `${cluster.name}-${controlPlane.name}-${index}`,
      }),
    ),
  };
}

/** `v1ClusterBackup`: nightly ones, of which the last is told. */
export function backupView(scope: Scope, cluster: Cluster, nowMs: number) {
  const at = inDays(nowMs, -1);
  return {
    metadata: objectMeta(scope, cluster),
    spec: {
      clusterUid: cluster.uid,
      config: {
        backupLocationName: 'acme-backups-eu',
        backupLocationUid: uidOf('backup-location', 'acme-backups-eu'),
        backupPrefix: 'nightly',
        durationInHours: 720,
        includeAllDisks: true,
        includeClusterResources: true,
        locationType: 's3',
        namespaces: ['apps'],
        schedule: { scheduledRunTime: NIGHTLY },
      },
    },
    status: {
      clusterBackupStatuses: [
        {
          backupLocationConfig: {
            name: 'acme-backups-eu',
            type: 's3',
            uid: uidOf('backup-location', 'acme-backups-eu'),
          },
          backupRequestUid: uidOf('backup-request', cluster.uid),
          backupStatusMeta: [
            {
              backupName: `nightly-${cluster.name}`,
              backupState: { backupTime: at, msg: '', state: 'Completed' },
              backupedNamespaces: ['apps'],
              expiryDate: inDays(nowMs, 29),
            },
          ],
          state: 'Completed',
        },
      ],
    },
  };
}

/** `v1ClusterComplianceScan`: when which scanner runs. */
export function scanView(scope: Scope, cluster: Cluster) {
  const weekly = {
    config: { schedule: { scheduledRunTime: WEEKLY } },
    isClusterConfig: true,
  };
  return {
    metadata: objectMeta(scope, cluster),
    spec: {
      clusterUid: cluster.uid,
      driverSpec: { 'kube-bench': weekly, 'kube-hunter': weekly },
    },
  };
}

/** `v1ClusterComplianceScanLogs`: the last run of each scanner. */
export function scanLogsView(scope: Scope, cluster: Cluster, nowMs: number) {
  const logOf = (driverType: string) => ({
    metadata: objectMeta(scope, cluster),
    spec: { clusterUid: cluster.uid, driverType },
  });
  const ended = {
    message: '',
    requestUid: uidOf('scan-request', cluster.uid),
    scanTime: { endTime: inDays(nowMs, -2), startTime: inDays(nowMs, -2) },
    state: 'Completed',
  };
  return {
    kubeBenchLogs: [
      {
        ...logOf('kube-bench'),
        status: {
          ...ended,
          reports: {
            [cluster.name]: {
              fail: 3,
              info: 0,
              logs: [],
              name: cluster.name,
              pass: 96,
              time: inDays(nowMs, -2),
              type: 'node',
              warn: 11,
            },
          },
        },
      },
    ],
    kubeHunterLogs: [
      {
        ...logOf('kube-hunter'),
        status: {
          ...ended,
          reports: {
            [cluster.name]: {
              logs: [],
              time: inDays(nowMs, -2),
              vulnerabilites: { high: 0, low: 2, medium: 1 },
            },
          },
        },
      },
    ],
    sonobuoyLogs: [],
    syftLogs: [],
  };
}
