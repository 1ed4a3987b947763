import type { ProfileExportFormat } from '@terasky/backstage-plugin-spectrocloud-common';
import { PaletteFailedError } from '../errors/PaletteErrors';
import { fetchProfileExport } from '../palette/endpoints/profiles';
import { archiveExtension, isPage } from '../palette/fileContent';
import { parseObject } from '../palette/parseJson';
import type { PaletteReader } from '../reads/PaletteReader';
import { readProfile } from './profiles';

/** A profile as Palette exports it. */
export interface ProfileExport {
  content: Buffer;
  /** What its file name should end in. */
  extension: string;
}

/** The vendor doesn't describe what an export for Terraform is, so its first bytes tell. */
function extensionOf(content: Buffer, format: ProfileExportFormat): string {
  if (format !== 'terraform') return format;
  return (
    archiveExtension(content) ??
    (parseObject(content.toString('utf8')) ? 'tf.json' : 'tf')
  );
}

/**
 * A profile as a file. Nothing of it is held: values may be secrets.
 *
 * @throws `PaletteFailedError` when what Palette sends is clearly something else.
 */
export async function exportProfile(
  reader: PaletteReader,
  uid: string,
  format: ProfileExportFormat,
  projectUid?: string,
): Promise<ProfileExport> {
  const content = await readProfile(reader, projectUid, scope =>
    fetchProfileExport(reader.client, uid, format, scope),
  );
  const isJson =
    format !== 'json' || parseObject(content.toString('utf8')) !== undefined;
  if (!isJson || content.length === 0 || isPage(content)) {
    throw new PaletteFailedError(
      'Palette answered with something that is not an exported profile',
    );
  }
  return { content, extension: extensionOf(content, format) };
}
