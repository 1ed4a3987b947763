import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { spectroCloudClusterViewInfoPermission } from '@terasky/backstage-plugin-spectrocloud-common';
import { getCluster } from '../queries/getCluster';
import type { ActionRunner } from './ActionRunner';
import { instanceInput, projectInput, uidInput } from './inputs';
import { READ_ONLY } from './readOnly';

/** One cluster. */
export function registerGetCluster(
  registry: ActionsRegistryService,
  runner: ActionRunner,
): void {
  registry.register({
    name: 'get-palette-cluster',
    title: 'Get a Palette cluster',
    description:
      'Shows one SpectroCloud Palette cluster: state, health, conditions, Kubernetes version, node pools and profiles.',
    visibilityPermission: runner.visibleWith(
      spectroCloudClusterViewInfoPermission,
    ),
    attributes: READ_ONLY,
    schema: {
      input: zod =>
        zod.object({
          instance: instanceInput(zod),
          uid: uidInput(zod, 'Uid of the cluster'),
          projectUid: projectInput(zod),
        }),
      output: zod =>
        zod.object({
          uid: zod.string(),
          name: zod.string(),
          projectUid: zod.string().optional(),
          cloud: zod.string().optional(),
          kubernetesVersion: zod.string().optional(),
          state: zod.string().optional(),
          health: zod.string().optional(),
          conditions: zod.array(
            zod.object({
              type: zod.string(),
              status: zod.string(),
              reason: zod.string().optional(),
              message: zod.string().optional(),
            }),
          ),
          machinePools: zod.array(
            zod.object({
              cloudType: zod.string().optional(),
              size: zod.number().optional(),
              healthy: zod.number().optional(),
              inMaintenance: zod.number().optional(),
              isControlPlane: zod.boolean().optional(),
            }),
          ),
          profiles: zod.array(
            zod.object({ uid: zod.string(), name: zod.string().optional() }),
          ),
        }),
    },
    async action({ input, credentials }) {
      const reader = await runner.open({
        credentials,
        instance: input.instance,
        operation: 'action:get-palette-cluster',
        permission: spectroCloudClusterViewInfoPermission,
      });
      const { metadata, spec, status } = await getCluster(
        reader,
        input.uid,
        input.projectUid,
      );
      return {
        output: {
          uid: metadata.uid,
          name: metadata.name,
          projectUid: spec.projectUid,
          cloud: spec.cloudType,
          kubernetesVersion: spec.kubernetesVersion,
          state: status.state,
          health: status.health?.state,
          conditions: status.conditions,
          machinePools: spec.machinePools,
          profiles: spec.profiles,
        },
      };
    },
  });
}
