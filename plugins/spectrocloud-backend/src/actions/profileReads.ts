import {
  spectroCloudClusterViewInfoPermission,
  spectroCloudClusterViewPackManifestsPermission,
  spectroCloudProfileViewClustersPermission,
  spectroCloudProfileViewInfoPermission,
} from '@terasky/backstage-plugin-spectrocloud-common';
import {
  clusterProfileOfClusterSchema,
  profilePackSchema,
  profileVariableSchema,
} from '@terasky/backstage-plugin-spectrocloud-common/schemas';
import { z } from 'zod';
import {
  getProfile,
  listClusterProfiles,
  listProfilePacks,
  listProfileVariables,
} from '../queries/profiles';
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

/** Values and manifests are not for lists; manifests have an action of their own. */
const packRow = profilePackSchema.omit({ values: true });
const { metadata, spec } = clusterProfileOfClusterSchema.shape;

/** What a profile is made of. */
export function registerListProfilePacks(
  registry: Registry,
  runner: ActionRunner,
): void {
  registerRead(registry, runner, {
    name: 'list-palette-profile-packs',
    title: 'List the packs of a Palette cluster profile',
    description:
      'Lists the packs of one SpectroCloud Palette cluster profile, by layer and version.',
    permission: spectroCloudProfileViewInfoPermission,
    input: zod => ({
      uid: uidInput(zod, 'Uid of the profile, of one version'),
      projectUid: projectInput(zod),
      ...pageInput(zod),
    }),
    output: z.object({ packs: z.array(packRow), ...pageFields }),
    async answer({ reader, allows }, { uid, projectUid, ...paging }) {
      const packs = await listProfilePacks(
        reader,
        uid,
        {
          values: false,
          clusters: false,
          manifests: await allows(
            spectroCloudClusterViewPackManifestsPermission,
          ),
        },
        projectUid,
      );
      const { page, ...rest } = pageOf(packs, paging);
      return { packs: page, ...rest };
    },
  });
}

/** What a profile asks for. */
export function registerListProfileVariables(
  registry: Registry,
  runner: ActionRunner,
): void {
  registerRead(registry, runner, {
    name: 'list-palette-profile-variables',
    title: 'List the variables of a Palette cluster profile',
    description:
      'Lists what one SpectroCloud Palette cluster profile asks for when a cluster is created: names, formats, options and defaults; never the values of sensitive ones.',
    permission: spectroCloudProfileViewInfoPermission,
    input: zod => ({
      uid: uidInput(zod, 'Uid of the profile, of one version'),
      projectUid: projectInput(zod),
      ...pageInput(zod),
    }),
    output: z.object({
      variables: z.array(profileVariableSchema),
      ...pageFields,
    }),
    async answer({ reader }, { uid, projectUid, ...paging }) {
      const variables = await listProfileVariables(reader, uid, projectUid);
      const { page, ...rest } = pageOf(variables, paging);
      return { variables: page, ...rest };
    },
  });
}

/** Who uses a profile. */
export function registerListProfileClusters(
  registry: Registry,
  runner: ActionRunner,
): void {
  registerRead(registry, runner, {
    name: 'list-palette-profile-clusters',
    title: 'List the clusters of a Palette cluster profile',
    description:
      'Lists the clusters that use one SpectroCloud Palette cluster profile, as far as the caller may see.',
    permission: spectroCloudProfileViewClustersPermission,
    input: zod => ({
      uid: uidInput(zod, 'Uid of the profile, of one version'),
      projectUid: projectInput(zod),
      ...pageInput(zod),
    }),
    output: z.object({
      profile: z.string(),
      version: z.string().optional(),
      clusters: z.array(
        z.object({ uid: z.string(), name: z.string().optional() }),
      ),
      ...pageFields,
    }),
    async answer({ reader }, { uid, projectUid, ...paging }) {
      const profile = await getProfile(
        reader,
        uid,
        { values: false, manifests: false, clusters: true },
        projectUid,
      );
      const clusters = (profile.status.inUseClusters ?? []).map(cluster => ({
        uid: cluster.uid,
        name: cluster.name,
      }));
      const { page, ...rest } = pageOf(clusters, paging);
      return {
        profile: profile.metadata.name,
        version: profile.spec.version,
        clusters: page,
        ...rest,
      };
    },
  });
}

/** What a cluster is made of. */
export function registerListClusterProfiles(
  registry: Registry,
  runner: ActionRunner,
): void {
  registerRead(registry, runner, {
    name: 'list-palette-cluster-profiles',
    title: 'List the profiles of a Palette cluster',
    description:
      'Lists the profiles attached to one SpectroCloud Palette cluster with their packs, and with the uids of manifests for get-palette-pack-manifest.',
    permission: spectroCloudClusterViewInfoPermission,
    input: zod => ({
      uid: uidInput(zod, 'Uid of the cluster'),
      projectUid: projectInput(zod),
      ...pageInput(zod),
    }),
    output: z.object({
      profiles: z.array(
        z.object({
          uid: metadata.shape.uid,
          name: metadata.shape.name,
          type: spec.shape.type,
          version: spec.shape.version,
          packs: z.array(packRow),
        }),
      ),
      ...pageFields,
    }),
    async answer({ reader, allows }, { uid, projectUid, ...paging }) {
      const profiles = await listClusterProfiles(
        reader,
        uid,
        {
          values: false,
          clusters: false,
          manifests: await allows(
            spectroCloudClusterViewPackManifestsPermission,
          ),
        },
        projectUid,
      );
      const { page, ...rest } = pageOf(profiles, paging);
      return {
        profiles: page.map(profile => ({
          uid: profile.metadata.uid,
          name: profile.metadata.name,
          type: profile.spec.type,
          version: profile.spec.version,
          packs: profile.spec.packs,
        })),
        ...rest,
      };
    },
  });
}
