import type { Cluster } from '../seed/types';
import { uidOf } from '../seed/uid';
import type { Scope } from './Scope';
import { objectMeta } from './views/metadata';

const MINUTE_MS = 60_000;

const ORDINARY: [reason: string, message: string][] = [
  ['ClusterProvisioned', 'The control plane is ready'],
  ['PackInstalled', 'All packs of the infrastructure profile are installed'],
  ['MachineReady', 'Machine joined the cluster'],
  ['HealthCheckPassed', 'All health checks passed'],
];

/** How many events each cluster has; more than a page, so that paging is seen. */
const COUNT = 60;

/**
 * `v1Events` of a cluster, of which a problem is the newest. Palette says nothing
 * of their order, so it is not the useful one: oldest first, unless asked.
 */
export function eventsOf(scope: Scope, cluster: Cluster, nowMs: number) {
  return Array.from({ length: COUNT }, (_, index) => {
    const isProblem = index === 0 && cluster.problem !== undefined;
    const [reason, message] = isProblem
      ? ['ClusterNotReady', cluster.problem!]
      : ORDINARY[index % ORDINARY.length];
    const reference = {
      kind: 'spectrocluster',
      name: cluster.name,
      uid: cluster.uid,
    };
    return {
      involvedObject: reference,
      message,
      metadata: objectMeta(scope, {
        uid: uidOf('event', cluster.uid, String(index)),
        name: `${cluster.name}.${index}`,
        projectUid: cluster.projectUid,
        createdAt: new Date(nowMs - index * 7 * MINUTE_MS).toISOString(),
      }),
      reason,
      relatedObject: reference,
      severity: isProblem ? 'Warning' : 'Info',
      source: { component: 'palette', host: '' },
    };
  }).reverse();
}
