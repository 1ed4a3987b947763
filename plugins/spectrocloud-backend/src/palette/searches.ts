import type { V1ProfileFilter } from './v1profiles';

/** Palette's name for virtual clusters. */
export const VIRTUAL_CLOUD_TYPE = 'nested';

/**
 * Body of `/v1/dashboard/spectroclusters/search`: what exists, by name. Hosts
 * and virtual clusters come together, and their cloud type tells them apart.
 */
export function clusterSearch(): unknown {
  return {
    filter: {
      conjunction: 'and',
      filterGroups: [
        {
          conjunction: 'and',
          filters: [
            {
              property: 'isDeleted',
              type: 'bool',
              condition: { bool: { value: false } },
            },
          ],
        },
      ],
    },
    // A fixed order, so that pages neither overlap nor leave gaps.
    sort: [{ field: 'clusterName', order: 'asc' }],
  };
}

/** Body of `/v1/dashboard/clusterprofiles`. */
export function profileSearch(filter: V1ProfileFilter): unknown {
  return { filter, sort: [{ field: 'profileName', order: 'asc' }] };
}
