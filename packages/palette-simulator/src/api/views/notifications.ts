import type { Cluster } from '../../seed/types';
import { uidOf } from '../../seed/uid';
import type { Scope } from '../Scope';
import { isOutdated } from './clusterStatus';
import { objectMeta } from './metadata';

const HOUR_MS = 60 * 60 * 1000;
const NEWER = '1.33.2';

interface Said {
  action: string;
  message: string;
  hoursAgo: number;
  ack?: boolean;
  isDone?: boolean;
  isInfo?: boolean;
}

/** One that asks somebody to act, one that says something and was seen, and one that is over. */
function saidOf({ kubernetesVersion }: Cluster): Said[] {
  return [
    {
      action: 'NotifyActionPacksUpdate',
      message: `Kubernetes ${NEWER} can take the place of ${kubernetesVersion}`,
      hoursAgo: 6,
    },
    {
      action: 'NotifyActionClusterProfileUpdate',
      message: 'A newer version of a profile was published',
      hoursAgo: 30,
      ack: true,
      isInfo: true,
    },
    {
      action: 'NotifyActionPackRegistryUpdate',
      message: 'The registry has been synchronised',
      hoursAgo: 80,
      isDone: true,
    },
  ];
}

/** `v1Notification`s of a cluster, those that are done among them; in no useful order. */
export function notificationsOf(scope: Scope, cluster: Cluster, nowMs: number) {
  const said = isOutdated(cluster) ? saidOf(cluster) : [];
  return said.reverse().map(({ action, message, hoursAgo, ...flags }) => ({
    action: {
      ack: false,
      actionMessage: message,
      actionType: action,
      events: { kubernetes: { [uidOf('digest', message)]: message } },
      isDone: false,
      isInfo: false,
      link: '',
      ...flags,
    },
    metadata: objectMeta(scope, {
      uid: uidOf('notification', cluster.uid, action),
      name: action,
      projectUid: cluster.projectUid,
      createdAt: new Date(nowMs - hoursAgo * HOUR_MS).toISOString(),
    }),
    relatedObject: {
      kind: 'spectrocluster',
      name: cluster.name,
      uid: cluster.uid,
    },
    source: { component: 'hubble' },
    type: 'NotificationPackUpdate',
  }));
}
