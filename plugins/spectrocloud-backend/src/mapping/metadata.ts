import type {
  PaletteMetadata,
  PaletteReference,
} from '@terasky/backstage-plugin-spectrocloud-common';
import type { V1ObjectMeta, V1Reference } from '../palette/v1';

/** Palette's way to say "no time". */
const ZERO_TIME = /^0001-01-01/;

/** A time, where Palette tells one. */
export function toTime(value: string | undefined): string | undefined {
  return value && !ZERO_TIME.test(value) ? value : undefined;
}

export function toMetadata(metadata: V1ObjectMeta = {}): PaletteMetadata {
  return {
    uid: metadata.uid ?? '',
    name: metadata.name ?? '',
    labels: metadata.labels,
    annotations: metadata.annotations,
    creationTimestamp: toTime(metadata.creationTimestamp),
    lastModifiedTimestamp: toTime(metadata.lastModifiedTimestamp),
  };
}

export function toReference(
  reference: V1Reference | undefined,
): PaletteReference | undefined {
  if (!reference?.uid) return undefined;
  const { uid, name, kind, projectUid } = reference;
  return { uid, name, kind, projectUid };
}
