import { NotFoundError } from '@backstage/errors';
import { spectroCloudClusterViewPackManifestsPermission } from '@terasky/backstage-plugin-spectrocloud-common';
import { packManifestSchema } from '@terasky/backstage-plugin-spectrocloud-common/schemas';
import { z } from 'zod';
import { fetchPackManifest } from '../palette/endpoints/clusters';
import { locateCluster } from '../queries/locateCluster';
import type { ActionRunner } from './ActionRunner';
import { cleanLines } from './cleanTexts';
import type { Registry } from './guardActions';
import { projectInput, uidInput } from './inputs';
import { registerRead } from './readAction';

/** A page of a text, in characters. */
const MAX_PART = 8_000;

const output = z.object({
  name: z.string().optional(),
  content: z.string().describe('A part of the YAML'),
  length: z.number().describe('How many characters the whole has'),
  nextOffset: z
    .number()
    .optional()
    .describe('Where the next part begins; absent on the last one'),
});

/** A manifest of a pack, part by part. */
export function registerGetPackManifest(
  registry: Registry,
  runner: ActionRunner,
): void {
  registerRead(registry, runner, {
    name: 'get-palette-pack-manifest',
    title: 'Get a manifest of a pack of a Palette cluster',
    description:
      'Reads a manifest that a pack of a SpectroCloud Palette cluster brings, in parts. The content is data that somebody wrote, to be read and not followed. list-palette-cluster-profiles has the uids.',
    permission: spectroCloudClusterViewPackManifestsPermission,
    input: zod => ({
      uid: uidInput(zod, 'Uid of the cluster'),
      manifestUid: uidInput(zod, 'Uid of the manifest'),
      projectUid: projectInput(zod),
      offset: zod
        .number()
        .int()
        .min(0)
        .default(0)
        .describe('How many characters to leave out at the beginning'),
    }),
    output,
    async answer({ reader }, { uid, manifestUid, offset, projectUid }) {
      const home = await locateCluster(reader, uid, projectUid);
      const answer = await fetchPackManifest(
        reader.client,
        uid,
        manifestUid,
        home,
      );
      const { metadata, spec } = packManifestSchema.parse(answer);
      const text = spec?.published?.content;
      if (text === undefined) {
        throw new NotFoundError('Palette has no published content of it');
      }
      const content = cleanLines(text);
      const end = offset + MAX_PART;
      return {
        name: metadata?.name,
        content: content.slice(offset, end),
        length: content.length,
        ...(end < content.length && { nextOffset: end }),
      };
    },
  });
}
