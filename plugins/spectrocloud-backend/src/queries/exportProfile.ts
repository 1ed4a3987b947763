import type { ProfileExportFormat } from '@terasky/backstage-plugin-spectrocloud-common';
import { PaletteFailedError } from '../errors/PaletteErrors';
import { fetchProfileExport } from '../palette/endpoints/profiles';
import { parseObject } from '../palette/parseJson';
import type { PaletteReader } from '../reads/PaletteReader';
import { readProfile } from './profiles';

/** A profile as Palette exports it. */
export interface ProfileExport {
  content: Buffer;
  /** What its file name should end in. */
  extension: string;
}

const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
const GZIP = Buffer.from([0x1f, 0x8b]);
/** Enough to see what a text begins with. */
const HEAD_LENGTH = 200;
/** What a gateway says instead of Palette. */
const MARKUP = /^\s*</;

function startsWith(content: Buffer, signature: Buffer): boolean {
  return content.subarray(0, signature.length).equals(signature);
}

/** The vendor doesn't describe what an export for Terraform is, so its first bytes tell. */
function extensionOf(content: Buffer, format: ProfileExportFormat): string {
  if (format !== 'terraform') return format;
  if (startsWith(content, ZIP)) return 'zip';
  if (startsWith(content, GZIP)) return 'tar.gz';
  return parseObject(content.toString('utf8')) ? 'tf.json' : 'tf';
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
  const head = content.subarray(0, HEAD_LENGTH).toString('utf8');
  const isJson =
    format !== 'json' || parseObject(content.toString('utf8')) !== undefined;
  if (!isJson || content.length === 0 || MARKUP.test(head)) {
    throw new PaletteFailedError(
      'Palette answered with something that is not an exported profile',
    );
  }
  return { content, extension: extensionOf(content, format) };
}
