import { spectroCloudClusterViewInfoPermission } from '@terasky/backstage-plugin-spectrocloud-common';
import {
  clusterHealthSchema,
  clusterSummarySchema,
} from '@terasky/backstage-plugin-spectrocloud-common/schemas';
import { z } from 'zod';
import { listClusters } from '../queries/listClusters';
import type { ActionRunner } from './ActionRunner';
import type { Registry } from './guardActions';
import {
  instanceInput,
  pageInput,
  pageOf,
  pageOutput,
  projectInput,
} from './inputs';
import { READ_ONLY } from './readOnly';
import { toActionSchema } from './toActionSchema';

const { metadata, spec, status } = clusterSummarySchema.shape;
const rowSchema = z.object({
  uid: metadata.shape.uid,
  name: metadata.shape.name,
  projectUid: spec.shape.projectUid,
  project: spec.shape.projectName,
  cloud: spec.shape.cloudType,
  state: status.shape.state,
  health: clusterHealthSchema.shape.state,
  kubernetesVersion: spec.shape.kubernetesVersion,
});

/** Whether a value is the wanted one; Palette's own case differs from place to place. */
function matches(wanted: string | undefined, value: string | undefined) {
  return wanted === undefined || wanted.toLowerCase() === value?.toLowerCase();
}

/** The clusters that the invoker may see. */
export function registerListClusters(
  registry: Registry,
  runner: ActionRunner,
): void {
  registry.register({
    name: 'list-palette-clusters',
    title: 'List Palette clusters',
    description:
      'Lists the SpectroCloud Palette clusters that the caller may see, filtered by project, cloud, state or health.',
    visibilityPermission: runner.visibleWith(
      spectroCloudClusterViewInfoPermission,
    ),
    attributes: READ_ONLY,
    examples: [
      {
        title: 'Clusters in trouble',
        input: { health: 'UnHealthy', kind: 'host', limit: 50, offset: 0 },
      },
    ],
    schema: {
      input: zod =>
        zod.object({
          instance: instanceInput(zod),
          projectUid: projectInput(zod),
          kind: zod
            .enum(['host', 'virtual'])
            .default('host')
            .describe('Ordinary clusters or virtual ones'),
          cloud: zod
            .string()
            .max(64)
            .optional()
            .describe('Cloud, as "eks", "vsphere" or "maas"'),
          state: zod
            .string()
            .max(64)
            .optional()
            .describe('State, as "Running", "Provisioning" or "Error"'),
          health: zod
            .enum(['Healthy', 'UnHealthy', 'Unknown'])
            .optional()
            .describe('Health; a running cluster can be unhealthy'),
          ...pageInput(zod),
        }),
      output: zod =>
        zod.object({
          clusters: zod.array(toActionSchema(zod, rowSchema)),
          ...pageOutput(zod),
        }),
    },
    async action({ input, credentials }) {
      const { instance, kind, projectUid, cloud, state, health } = input;
      const reader = await runner.open({
        credentials,
        instance,
        operation: 'action:list-palette-clusters',
        permission: spectroCloudClusterViewInfoPermission,
      });
      const list = await listClusters(reader, { projectUid });
      const clusters = list.of(kind);
      const { page, ...rest } = pageOf(
        clusters.filter(
          cluster =>
            matches(cloud, cluster.spec.cloudType) &&
            matches(state, cluster.status.state) &&
            matches(health, cluster.status.health?.state),
        ),
        input,
      );
      return {
        output: {
          clusters: page.map(cluster => ({
            uid: cluster.metadata.uid,
            name: cluster.metadata.name,
            projectUid: cluster.spec.projectUid,
            project: cluster.spec.projectName,
            cloud: cluster.spec.cloudType,
            state: cluster.status.state,
            health: cluster.status.health?.state,
            kubernetesVersion: cluster.spec.kubernetesVersion,
          })),
          ...rest,
        },
      };
    },
  });
}
