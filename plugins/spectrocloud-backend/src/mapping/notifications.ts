import type { PaletteNotification } from '@terasky/backstage-plugin-spectrocloud-common';
import type { V1Notification } from '../palette/v1clusterAccess';
import { toReference, toTime } from './common';

const CLUSTER_KIND = 'spectrocluster';
/** More than anybody reads. */
const MAX_DETAILS = 20;

/** Whether somebody has yet to deal with it. */
export function isOpen({ action }: V1Notification): boolean {
  return !action?.isDone;
}

function toDetails({ events }: NonNullable<V1Notification['action']>) {
  const texts = Object.values(events ?? {})
    .flatMap(event => Object.values(event))
    .filter(text => typeof text === 'string' && text !== '');
  return [...new Set(texts)].slice(0, MAX_DETAILS);
}

export function toNotification({
  metadata,
  relatedObject,
  action = {},
}: V1Notification): PaletteNotification {
  return {
    uid: metadata?.uid ?? '',
    action: action.actionType,
    message: action.actionMessage || undefined,
    details: toDetails(action),
    isInfo: action.isInfo === true,
    isAcknowledged: action.ack === true,
    at:
      toTime(metadata?.lastModifiedTimestamp) ??
      toTime(metadata?.creationTimestamp),
    cluster:
      relatedObject?.kind === CLUSTER_KIND
        ? toReference(relatedObject)
        : undefined,
  };
}

/** Those that ask somebody to act first, then those that nobody has seen, then the newest. */
export function byUrgency(a: PaletteNotification, b: PaletteNotification) {
  return (
    Number(a.isInfo) - Number(b.isInfo) ||
    Number(a.isAcknowledged) - Number(b.isAcknowledged) ||
    (b.at ?? '').localeCompare(a.at ?? '')
  );
}
