import { spectroCloudClusterDownloadKubeconfigPermission } from '@terasky/backstage-plugin-spectrocloud-common';
import { z } from 'zod';
import { VIRTUAL_CLOUD_TYPE } from '../mapping/clusters';
import { getCluster } from '../queries/getCluster';
import type { ActionRunner } from './ActionRunner';
import type { Registry } from './guardActions';
import { projectInput, uidInput } from './inputs';
import { registerRead } from './readAction';

const output = z.object({
  uid: z.string(),
  name: z.string(),
  available: z
    .boolean()
    .optional()
    .describe(
      'Whether Palette has one that signs in as its user; absent where it does not tell',
    ),
  url: z
    .string()
    .describe('GET it with your own Backstage token; the answer is the file'),
});

/**
 * Where a kubeconfig is to be had. The file itself is no answer of an action: what an
 * action answers reaches a language model, whoever runs it, and the logs of both.
 */
export function registerGetKubeconfigLink(
  registry: Registry,
  runner: ActionRunner,
  /** Base URL of the plugin as clients reach it. */
  getApiUrl: () => Promise<string>,
): void {
  registerRead(registry, runner, {
    name: 'get-palette-kubeconfig-link',
    title: 'Where to download the kubeconfig of a Palette cluster',
    description:
      'Says where the caller downloads the kubeconfig of a SpectroCloud Palette cluster, host or virtual. The kubeconfig itself is a secret and is never an answer.',
    permission: spectroCloudClusterDownloadKubeconfigPermission,
    input: zod => ({
      uid: uidInput(zod, 'Uid of the cluster'),
      projectUid: projectInput(zod),
    }),
    output,
    async answer({ reader }, { uid, projectUid: given }) {
      const { metadata, spec, status } = await getCluster(reader, uid, given);
      const kind =
        spec.cloudType === VIRTUAL_CLOUD_TYPE ? 'virtualclusters' : 'clusters';
      const url = new URL(
        `${await getApiUrl()}/${kind}/${encodeURIComponent(uid)}/kubeconfig`,
      );
      url.searchParams.set('instance', reader.caller.instance.name);
      const projectUid = given ?? spec.projectUid;
      if (projectUid) url.searchParams.set('projectUid', projectUid);
      return {
        uid,
        name: metadata.name,
        available: status.hasKubeConfigClient ?? status.hasKubeConfig,
        url: url.href,
      };
    },
  });
}
