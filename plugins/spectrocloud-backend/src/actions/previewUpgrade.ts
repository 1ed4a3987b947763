import { NotFoundError } from '@backstage/errors';
import { spectroCloudClusterViewInfoPermission } from '@terasky/backstage-plugin-spectrocloud-common';
import { z } from 'zod';
import { toProfileUpdate, toRepave } from '../mapping/clusterUpkeep';
import {
  fetchProfileUpdates,
  fetchRepave,
} from '../palette/endpoints/clusterDetails';
import { getCluster } from '../queries/getCluster';
import { readClusterPart } from '../queries/readClusterPart';
import type { ActionRunner } from './ActionRunner';
import type { Registry } from './guardActions';
import { projectInput, uidInput } from './inputs';
import { registerRead } from './readAction';

const MAX_ROWS = 100;

const text = z.string().optional();
const output = z.object({
  uid: z.string(),
  name: z.string(),
  kubernetesVersion: text,
  updates: z
    .array(
      z.object({
        profileUid: z.string(),
        profile: text,
        fromVersion: text,
        toVersion: text,
        packs: z
          .array(
            z.object({ name: z.string(), layer: text, from: text, to: text }),
          )
          .describe(
            'Packs whose version would change; one without `from` is new',
          ),
      }),
    )
    .describe('Empty where nothing newer can be applied'),
  nodesWait: z
    .object({
      state: text.describe('`Pending`: somebody has to approve it'),
      reasons: z.array(
        z.object({ message: text, pack: text, from: text, to: text }),
      ),
    })
    .optional()
    .describe('Nodes that have to be replaced already, by an earlier change'),
});

/** What newer profile versions would change in a cluster. */
export function registerPreviewUpgrade(
  registry: Registry,
  runner: ActionRunner,
): void {
  registerRead(registry, runner, {
    name: 'preview-palette-upgrade',
    title: 'What an upgrade of a Palette cluster would change',
    description:
      'Says which packs of one SpectroCloud Palette cluster would change version if the newer versions of its profiles were applied, and whether nodes wait to be replaced. Changes nothing.',
    permission: spectroCloudClusterViewInfoPermission,
    input: zod => ({
      uid: uidInput(zod, 'Uid of the cluster'),
      projectUid: projectInput(zod),
    }),
    output,
    async answer({ reader }, { uid, projectUid: given }) {
      const { metadata, spec } = await getCluster(reader, uid, given);
      const projectUid = given ?? spec.projectUid;
      const [{ updates }, repave] = await Promise.all([
        readClusterPart(
          reader,
          {
            operation: 'cluster-updates',
            fetch: fetchProfileUpdates,
            map: profiles => ({ updates: profiles.map(toProfileUpdate) }),
          },
          uid,
          projectUid,
        ),
        readClusterPart(
          reader,
          { operation: 'cluster-repave', fetch: fetchRepave, map: toRepave },
          uid,
          projectUid,
        ).catch(error => {
          // Not every Palette tells.
          if (error instanceof NotFoundError) return undefined;
          throw error;
        }),
      ]);
      return {
        uid,
        name: metadata.name,
        kubernetesVersion: spec.kubernetesVersion,
        updates: updates.slice(0, MAX_ROWS).map(update => {
          const attached = spec.profiles.find(
            profile =>
              profile.uid === update.uid || profile.name === update.name,
          );
          const from = new Map(
            attached?.packs.map(pack => [pack.name, pack.version]),
          );
          return {
            profileUid: update.uid,
            profile: update.name,
            fromVersion: attached?.version,
            toVersion: update.version,
            packs: update.packs
              .filter(pack => from.get(pack.name) !== pack.version)
              .slice(0, MAX_ROWS)
              .map(({ name, layer, version }) => ({
                name,
                layer,
                from: from.get(name),
                to: version,
              })),
          };
        }),
        nodesWait: repave?.state
          ? {
              state: repave.state,
              reasons: repave.reasons
                .slice(0, MAX_ROWS)
                .map(({ message, pack }) => ({
                  message,
                  pack: pack?.name,
                  from: pack?.from,
                  to: pack?.to,
                })),
            }
          : undefined,
      };
    },
  });
}
