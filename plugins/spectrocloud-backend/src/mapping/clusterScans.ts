import type {
  ClusterScan,
  ClusterScanRun,
} from '@terasky/backstage-plugin-spectrocloud-common';
import type { V1Scans } from '../palette/endpoints/clusterScans';
import type {
  V1CheckReport,
  V1ComplianceScanLogs,
  V1Weaknesses,
} from '../palette/v1clusterScans';
import { toTime } from './common';

/** The lists of Palette's answer, and what it calls their scans elsewhere. */
const NAMES = {
  kubeBenchLogs: 'kube-bench',
  kubeHunterLogs: 'kube-hunter',
  sonobuoyLogs: 'sonobuoy',
  syftLogs: 'syft',
} satisfies Record<keyof V1ComplianceScanLogs, string>;

type Log = NonNullable<V1ComplianceScanLogs[keyof typeof NAMES]>[number];
type Report = V1CheckReport &
  V1Weaknesses & {
    vulnerabilites?: V1Weaknesses;
    vulnerabilitySummary?: V1Weaknesses;
  };

/** The scans that are set up, and those that were asked for by hand, with their runs, newest first. */
export function toScans({ setUp, logs }: V1Scans): ClusterScan[] {
  const scans = new Map<string, ClusterScan>();
  for (const [name, driver] of Object.entries(setUp.spec?.driverSpec ?? {})) {
    const { scheduledRunTime } = driver?.config?.schedule ?? {};
    scans.set(name, { name, schedule: scheduledRunTime || undefined });
  }
  for (const list of Object.keys(NAMES) as Array<keyof typeof NAMES>) {
    const runs = ((logs?.[list] ?? []) as Log[])
      .map(toRun)
      .sort((a, b) => (b.at ?? '').localeCompare(a.at ?? ''));
    const name = NAMES[list];
    if (runs.length > 0) scans.set(name, { ...scans.get(name), name, runs });
  }
  return [...scans.values()];
}

function toRun({ status = {} }: Log): ClusterScanRun {
  const { state, message, scanTime } = status;
  const reports = Object.values(status.reports ?? {}) as Report[];
  const sum = (read: (report: Report) => number | undefined) => {
    const counts = reports.map(read).filter(count => count !== undefined);
    return counts.length > 0 ? counts.reduce((a, b) => a + b) : undefined;
  };
  const ofWeaknesses = (severity: keyof V1Weaknesses) =>
    sum(
      ({ vulnerabilites, vulnerabilitySummary }) =>
        (vulnerabilites ?? vulnerabilitySummary)?.[severity],
    );
  return {
    state: state || undefined,
    message: message || undefined,
    at: toTime(scanTime?.endTime) ?? toTime(scanTime?.startTime),
    passed: sum(({ pass }) => pass),
    failed: sum(({ fail }) => fail),
    warned: sum(({ warn }) => warn),
    critical: ofWeaknesses('critical'),
    high: ofWeaknesses('high'),
    medium: ofWeaknesses('medium'),
    low: ofWeaknesses('low'),
  };
}
