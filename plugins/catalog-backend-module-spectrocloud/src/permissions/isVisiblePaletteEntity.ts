import type { Entity } from '@backstage/catalog-model';
import { catalogEntityPermissionResourceRef } from '@backstage/plugin-catalog-node/alpha';
import {
  createPermissionRule,
  type PermissionRule,
} from '@backstage/plugin-permission-node';
import {
  PALETTE_ANNOTATIONS,
  PALETTE_VISIBILITY_RULE,
  type PaletteVisibilityParams,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { z } from 'zod';

const MANAGED_BY = PALETTE_ANNOTATIONS.managedBy;
const TENANT = PALETTE_ANNOTATIONS.tenantUid;
const CLUSTER = PALETTE_ANNOTATIONS.clusterUid;
const PROJECT = PALETTE_ANNOTATIONS.projectUid;

const paramsSchema = z.object({
  instance: z
    .string()
    .describe('Name of the entry of spectrocloud.environments'),
  tenantUid: z.string().describe('The only tenant whose entities are visible'),
  everything: z.boolean().describe('Whether all of its entities are visible'),
  clusterUids: z.array(z.string()).describe('Clusters that are visible'),
  projectUids: z
    .array(z.string())
    .describe('Projects that are visible, and what is in them but clusters'),
});

const keyOf = (annotation: string) => `metadata.annotations.${annotation}`;

/**
 * Allows what a user may see at Palette: clusters by their uids, what else there is
 * by its project, what is the whole tenant's to everybody of it who has a session there.
 */
export const isVisiblePaletteEntity = createPermissionRule({
  name: PALETTE_VISIBILITY_RULE,
  description: 'Allow entities of Palette that the user may see there',
  resourceRef: catalogEntityPermissionResourceRef,
  paramsSchema,
  apply({ metadata: { annotations = {} } }: Entity, params) {
    const { instance, tenantUid, everything, clusterUids, projectUids } =
      params;
    if (
      annotations[MANAGED_BY] !== instance ||
      annotations[TENANT] !== tenantUid
    ) {
      return false;
    }
    const cluster = annotations[CLUSTER];
    const project = annotations[PROJECT];
    return (
      everything ||
      (cluster
        ? clusterUids.includes(cluster)
        : !project || projectUids.includes(project))
    );
  },
  toQuery({ instance, tenantUid, everything, clusterUids, projectUids }) {
    const ofInstance = { key: keyOf(MANAGED_BY), values: [instance] };
    const ofTenant = { key: keyOf(TENANT), values: [tenantUid] };
    if (everything) return { allOf: [ofInstance, ofTenant] };
    const isCluster = { key: keyOf(CLUSTER) };
    const isOfProject = { key: keyOf(PROJECT) };
    return {
      allOf: [
        ofInstance,
        ofTenant,
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
