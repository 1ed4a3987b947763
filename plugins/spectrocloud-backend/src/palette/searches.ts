import type { V1ProfileFilter } from './v1profiles';

/** Which clusters to look for. */
export type ClusterKind = 'host' | 'virtual';

/** Palette's name for virtual clusters. */
export const VIRTUAL_CLOUD_TYPE = 'nested';

/** Body of `/v1/dashboard/spectroclusters/search`: what exists, of one kind, by name. */
export function clusterSearch(kind: ClusterKind): unknown {
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
            {
              property: 'environment',
              type: 'string',
              condition: {
                string: {
                  operator: 'eq',
                  negation: kind === 'host',
                  ignoreCase: true,
                  match: { conjunction: 'or', values: [VIRTUAL_CLOUD_TYPE] },
                },
              },
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
