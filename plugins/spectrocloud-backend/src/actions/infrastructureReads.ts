import {
  spectroCloudClusterCreatePermission,
  spectroCloudClusterViewInfoPermission,
} from '@terasky/backstage-plugin-spectrocloud-common';
import {
  cloudNameSchema,
  clusterGroupSchema,
} from '@terasky/backstage-plugin-spectrocloud-common/schemas';
import { z } from 'zod';
import { InputError, NotFoundError } from '@backstage/errors';
import { isGone } from '../mapping/common';
import {
  toClusterGroup,
  toClusterGroupSummary,
} from '../mapping/infrastructure';
import {
  fetchClusterGroup,
  fetchClusterGroups,
} from '../palette/endpoints/infrastructure';
import { listCloudAccounts } from '../queries/cloudAccounts';
import { listVisible } from '../queries/listVisible';
import type { ActionRunner } from './ActionRunner';
import type { Registry } from './guardActions';
import {
  pageFields,
  pageInput,
  pageOf,
  projectInput,
  uidInput,
} from './inputs';
import { registerRead } from './readAction';

const { metadata, spec } = clusterGroupSchema.shape;
const groupShape = {
  uid: metadata.shape.uid,
  name: metadata.shape.name,
  ...spec.omit({ values: true }).shape,
};
const groupRow = z.object(groupShape).omit({
  hostClusters: true,
  hostEndpoints: true,
  components: true,
  limits: true,
});

/** Where virtual clusters can run. */
export function registerListClusterGroups(
  registry: Registry,
  runner: ActionRunner,
): void {
  registerRead(registry, runner, {
    name: 'list-palette-cluster-groups',
    title: 'List Palette cluster groups',
    description:
      'Lists the groups of SpectroCloud Palette host clusters that virtual clusters can run on, with what is allocated and used.',
    permission: spectroCloudClusterViewInfoPermission,
    input: zod => ({ projectUid: projectInput(zod), ...pageInput(zod) }),
    output: z.object({ groups: z.array(groupRow), ...pageFields }),
    async answer({ reader }, { projectUid, ...paging }) {
      const groups = await listVisible(reader, {
        operation: 'cluster-groups',
        permission: 'clusterGroup.list',
        projectUid,
        read: fetchClusterGroups,
      });
      const { page, ...rest } = pageOf(groups, paging);
      return {
        groups: page.map(toClusterGroupSummary).map(group => ({
          uid: group.metadata.uid,
          name: group.metadata.name,
          ...group.spec,
        })),
        ...rest,
      };
    },
  });
}

/** One group. */
export function registerGetClusterGroup(
  registry: Registry,
  runner: ActionRunner,
): void {
  registerRead(registry, runner, {
    name: 'get-palette-cluster-group',
    title: 'Get a Palette cluster group',
    description:
      'Shows one group of SpectroCloud Palette host clusters: hosts, endpoints, limits of virtual clusters and add-on profiles.',
    permission: spectroCloudClusterViewInfoPermission,
    input: zod => ({
      uid: uidInput(zod, 'Uid of the group'),
      projectUid: projectInput(zod),
    }),
    output: z.object(groupShape),
    async answer({ reader }, { uid, projectUid }) {
      const group = await reader.one(
        'cluster-group',
        [uid, projectUid],
        shared => fetchClusterGroup(shared.client, uid, projectUid),
      );
      if (isGone(group))
        throw new NotFoundError('The cluster group was deleted');
      const { metadata: meta, spec: rest } = toClusterGroup(group, {
        values: false,
      });
      return { uid: meta.uid, name: meta.name, ...rest };
    },
  });
}

/** What clusters can be created with. */
export function registerListCloudAccounts(
  registry: Registry,
  runner: ActionRunner,
): void {
  registerRead(registry, runner, {
    name: 'list-palette-cloud-accounts',
    title: 'List Palette cloud accounts',
    description:
      'Lists the SpectroCloud Palette cloud accounts of one cloud that the caller may see; never their credentials.',
    permission: spectroCloudClusterCreatePermission,
    input: zod => ({
      cloud: zod
        .string()
        .max(32)
        .describe('Cloud, as "aws", "azure", "gcp", "vsphere" or "maas"'),
      projectUid: projectInput(zod),
      ...pageInput(zod),
    }),
    output: z.object({
      accounts: z.array(
        z.object({
          uid: z.string(),
          name: z.string(),
          cloud: z.string().optional(),
        }),
      ),
      ...pageFields,
    }),
    async answer({ reader }, { cloud, projectUid, ...paging }) {
      const parsed = cloudNameSchema.safeParse(cloud);
      if (!parsed.success) {
        throw new InputError('cloud must be the name of a cloud, as "aws"');
      }
      const accounts = await listCloudAccounts(reader, cloud, projectUid);
      const { page, ...rest } = pageOf(accounts, paging);
      return {
        accounts: page.map(account => ({
          uid: account.metadata.uid,
          name: account.metadata.name,
          cloud: account.kind,
        })),
        ...rest,
      };
    },
  });
}
