import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ClusterGroup } from '@terasky/backstage-plugin-spectrocloud-common';
import { Facts } from '../components/Facts';
import { spectroCloudTranslationRef } from '../translation';

const MILLI = 1_000;
const MIB_PER_GIB = 1_024;

/** What a virtual cluster of the group may have, and how it is reached. */
export const ClusterGroupPolicies = ({ group }: { group: ClusterGroup }) => {
  const { limits, endpointType, hostEndpoints = [], hostClusters } = group.spec;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const none = t('common.none');
  const nameOf = new Map(hostClusters.map(({ uid, name }) => [uid, name]));
  const amount = (
    unit: 'cores' | 'gib',
    value: number | undefined,
    size: number,
  ) =>
    value ? t(`clusterGroup.${unit}`, { amount: String(value / size) }) : none;
  return (
    <Facts
      facts={[
        [
          t('clusterGroup.maxCpu'),
          amount('cores', limits?.cpuMilliCore, MILLI),
        ],
        [
          t('clusterGroup.maxMemory'),
          amount('gib', limits?.memoryMiB, MIB_PER_GIB),
        ],
        [t('clusterGroup.maxStorage'), amount('gib', limits?.storageGiB, 1)],
        [
          t('clusterGroup.overSubscription'),
          limits?.overSubscription ? `${limits.overSubscription} %` : none,
        ],
        ...hostEndpoints.map((each): [string, string] => [
          t('clusterGroup.endpointOf', {
            host: nameOf.get(each.clusterUid) ?? each.clusterUid,
          }),
          [
            endpointType,
            each.ingressHost,
            each.externalTrafficPolicy,
            ...(each.loadBalancerSourceRanges ?? []),
          ]
            .filter(Boolean)
            .join(', ') || none,
        ]),
      ]}
    />
  );
};
