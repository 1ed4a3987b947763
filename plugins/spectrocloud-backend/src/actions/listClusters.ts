import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { spectroCloudClusterViewInfoPermission } from '@terasky/backstage-plugin-spectrocloud-common';
import { listClusters } from '../queries/listClusters';
import type { ActionRunner } from './ActionRunner';
import {
  instanceInput,
  pageInput,
  pageOf,
  pageOutput,
  projectInput,
} from './inputs';
import { READ_ONLY } from './readOnly';

/** Whether a value is the wanted one; Palette's own case differs from place to place. */
function matches(wanted: string | undefined, value: string | undefined) {
  return wanted === undefined || wanted.toLowerCase() === value?.toLowerCase();
}

/** The clusters that the invoker may see. */
export function registerListClusters(
  registry: ActionsRegistryService,
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
          clusters: zod.array(
            zod.object({
              uid: zod.string(),
              name: zod.string(),
              projectUid: zod.string().optional(),
              project: zod.string().optional(),
              cloud: zod.string().optional(),
              state: zod.string().optional(),
              health: zod.string().optional(),
              kubernetesVersion: zod.string().optional(),
            }),
          ),
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
      const clusters = await listClusters(reader, { kind, projectUid });
      const { page, ...rest } = pageOf(
        clusters.filter(
          ({ spec, status }) =>
            matches(cloud, spec.cloudType) &&
            matches(state, status.state) &&
            matches(health, status.health?.state),
        ),
        input,
      );
      return {
        output: {
          clusters: page.map(({ metadata, spec, status }) => ({
            uid: metadata.uid,
            name: metadata.name,
            projectUid: spec.projectUid,
            project: spec.projectName,
            cloud: spec.cloudType,
            state: status.state,
            health: status.health?.state,
            kubernetesVersion: spec.kubernetesVersion,
          })),
          ...rest,
        },
      };
    },
  });
}
