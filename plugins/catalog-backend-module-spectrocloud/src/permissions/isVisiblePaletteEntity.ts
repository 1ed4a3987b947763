import type { Entity } from '@backstage/catalog-model';
import { catalogEntityPermissionResourceRef } from '@backstage/plugin-catalog-node/alpha';
import {
  createPermissionRule,
  type PermissionRule,
} from '@backstage/plugin-permission-node';
import {
  PALETTE_MANAGED_BY_ANNOTATION,
  PALETTE_VISIBILITY_RULE,
  type PaletteVisibilityParams,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { z } from 'zod';

const CLUSTER = 'spectrocloud.com/cluster-uid';
const PROJECT = 'spectrocloud.com/project-uid';

const paramsSchema = z.object({
  instance: z
    .string()
    .describe('Name of the entry of spectrocloud.environments'),
  everything: z.boolean().describe('Whether all of its entities are visible'),
  clusterUids: z.array(z.string()).describe('Clusters that are visible'),
  projectUids: z
    .array(z.string())
    .describe('Projects that are visible, and what is in them but clusters'),
});

const keyOf = (annotation: string) => `metadata.annotations.${annotation}`;

/**
 * Allows what a user may see at Palette: clusters by their uids, what else there is
 * by its project, what is the whole tenant's to everybody who has a session there.
 */
export const isVisiblePaletteEntity = createPermissionRule({
  name: PALETTE_VISIBILITY_RULE,
  description: 'Allow entities of Palette that the user may see there',
  resourceRef: catalogEntityPermissionResourceRef,
  paramsSchema,
  apply({ metadata: { annotations = {} } }: Entity, params) {
    const { everything, clusterUids, projectUids, instance } = params;
    if (annotations[PALETTE_MANAGED_BY_ANNOTATION] !== instance) return false;
    const cluster = annotations[CLUSTER];
    const project = annotations[PROJECT];
    return (
      everything ||
      (cluster
        ? clusterUids.includes(cluster)
        : !project || projectUids.includes(project))
    );
  },
  toQuery({ everything, clusterUids, projectUids, instance }) {
    const ofInstance = {
      key: keyOf(PALETTE_MANAGED_BY_ANNOTATION),
      values: [instance],
    };
    if (everything) return ofInstance;
    const isCluster = { key: keyOf(CLUSTER) };
    const isOfProject = { key: keyOf(PROJECT) };
    return {
      allOf: [
        ofInstance,
        {
          anyOf: [
            { key: keyOf(CLUSTER), values: clusterUids },
            {
              allOf: [
                { not: isCluster },
                {
                  anyOf: [
                    { key: keyOf(PROJECT), values: projectUids },
                    { not: isOfProject },
                  ],
                },
              ],
            },
          ],
        },
      ],
    };
  },
}) satisfies PermissionRule<
  Entity,
  unknown,
  'catalog-entity',
  PaletteVisibilityParams
>;
