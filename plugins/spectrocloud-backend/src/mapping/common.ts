import type {
  PaletteMetadata,
  PaletteReference,
} from '@terasky/backstage-plugin-spectrocloud-common';
import type { V1ObjectMeta, V1Reference } from '../palette/v1';

/** Palette's way to say "no time". */
const ZERO_TIME = /^0001-01-01/;

/** Annotations are free text in Palette; only those that say something known are passed on. */
const ANNOTATIONS = [
  'overlordUid',
  'ownerUid',
  'permissions',
  'projectUid',
  'scope',
  'scopeVisibility',
  'tenantUid',
];
/** `permissions` is long; in lists of thousands of rows it would be most of the answer. */
const ROW_ANNOTATIONS = ['overlordUid', 'projectUid', 'scope'];

/** A time, where Palette tells one. */
export function toTime(value: string | undefined): string | undefined {
  return value && !ZERO_TIME.test(value) ? value : undefined;
}

function pick(
  annotations: Record<string, string> | undefined,
  names: string[],
): Record<string, string> {
  return Object.fromEntries(
    names.flatMap(name => {
      const value = annotations?.[name];
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
}

/** What people call it: its uid, where it has no name. */
export function toName({ name, uid }: V1ObjectMeta): string {
  return name || uid || '';
}

/** Metadata of a single object. */
export function toMetadata(
  metadata: V1ObjectMeta = {},
  annotations: string[] = ANNOTATIONS,
): PaletteMetadata {
  return {
    uid: metadata.uid ?? '',
    name: toName(metadata),
    labels: metadata.labels ?? {},
    annotations: pick(metadata.annotations, annotations),
    creationTimestamp: toTime(metadata.creationTimestamp),
    lastModifiedTimestamp: toTime(metadata.lastModifiedTimestamp),
  };
}

/** Metadata of a row of a list. */
export function toRowMetadata(metadata?: V1ObjectMeta): PaletteMetadata {
  return toMetadata(metadata, ROW_ANNOTATIONS);
}

/** What people wrote of a project or a profile, which Palette keeps as an annotation. */
export function toDescription(metadata?: V1ObjectMeta): string | undefined {
  return metadata?.annotations?.description || undefined;
}

export function toReference(
  reference: V1Reference | undefined,
): PaletteReference | undefined {
  if (!reference?.uid) return undefined;
  const { uid, name, kind, projectUid } = reference;
  return { uid, name: name || undefined, kind, projectUid };
}

export function toReferences(
  references: V1Reference[] = [],
): PaletteReference[] {
  return references.flatMap(reference => toReference(reference) ?? []);
}

/** Palette writes some versions as numbers and some as texts. */
export function toText(value: string | number | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}

/** Palette spells the same word in several ways: one of them for each. */
const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['healthy', 'Healthy'],
  ['unhealthy', 'UnHealthy'],
  ['unknown', 'Unknown'],
]);

/** How well something is, as our API spells it; words that Palette adds stay as they are. */
export function toHealthState(state: string | undefined): string | undefined {
  return state && (SPELLINGS.get(state.toLowerCase()) ?? state);
}

/** Palette keeps answering for a while after a cluster or a cluster group is gone. */
export function isGone({
  status,
}: {
  status?: { state?: string; isActive?: boolean };
}): boolean {
  return !status || status.state === 'Deleted' || status.isActive === false;
}
