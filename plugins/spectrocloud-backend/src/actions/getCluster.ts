import { spectroCloudClusterViewInfoPermission } from '@terasky/backstage-plugin-spectrocloud-common';
import {
  attachedProfileSchema,
  clusterConditionSchema,
  clusterHealthSchema,
  clusterSchema,
  machinePoolSchema,
} from '@terasky/backstage-plugin-spectrocloud-common/schemas';
import { z } from 'zod';
import { getCluster } from '../queries/getCluster';
import type { ActionRunner } from './ActionRunner';
import type { Registry } from './guardActions';
import { instanceInput, projectInput, uidInput } from './inputs';
import { READ_ONLY } from './readOnly';
import { toActionSchema } from './toActionSchema';

const { metadata, spec, status } = clusterSchema.shape;
const outputSchema = z.object({
  uid: metadata.shape.uid,
  name: metadata.shape.name,
  projectUid: spec.shape.projectUid,
  cloud: spec.shape.cloudType,
  kubernetesVersion: spec.shape.kubernetesVersion,
  state: status.shape.state,
  health: clusterHealthSchema.shape.state,
  conditions: z.array(
    clusterConditionSchema.omit({ lastTransitionTime: true }),
  ),
  machinePools: z.array(machinePoolSchema.omit({ labels: true })),
  profiles: z.array(attachedProfileSchema.pick({ uid: true, name: true })),
});

/** One cluster. */
export function registerGetCluster(
  registry: Registry,
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
      output: zod => toActionSchema(zod, outputSchema),
    },
    async action({ input, credentials }) {
      const reader = await runner.open({
        credentials,
        instance: input.instance,
        operation: 'action:get-palette-cluster',
        permission: spectroCloudClusterViewInfoPermission,
      });
      const cluster = await getCluster(reader, input.uid, input.projectUid);
      return {
        output: {
          uid: cluster.metadata.uid,
          name: cluster.metadata.name,
          projectUid: cluster.spec.projectUid,
          cloud: cluster.spec.cloudType,
          kubernetesVersion: cluster.spec.kubernetesVersion,
          state: cluster.status.state,
          health: cluster.status.health?.state,
          conditions: cluster.status.conditions,
          machinePools: cluster.spec.machinePools,
          profiles: cluster.spec.profiles,
        },
      };
    },
  });
}
