import type { ClusterGroup } from '@terasky/backstage-plugin-spectrocloud-common';

/** What a group has of something, and what of it is taken. */
export type GroupShare = ClusterGroup['spec']['cpu'];

/** How much of it is taken, in whole percent; none where Palette doesn't tell. */
export function shareOf(share: GroupShare): number | undefined {
  return share?.allocated
    ? Math.round((100 * (share.used ?? 0)) / share.allocated)
    : undefined;
}
