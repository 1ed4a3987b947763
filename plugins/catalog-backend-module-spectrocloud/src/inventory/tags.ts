import type { PaletteMetadata } from '@terasky/backstage-plugin-spectrocloud-common';

/** What Palette writes as the value of a bare tag. */
export const BARE = 'spectro__tag';

/** Palette's tags as people write them: `key:value`, or the bare tag. */
export function tagsOf({ labels = {} }: PaletteMetadata): string[] {
  return Object.entries(labels).map(([key, value]) =>
    value === BARE || value === '' ? key : `${key}:${value}`,
  );
}

/** The value of a tag, where it has one. */
export function tagValueOf(
  { labels = {} }: PaletteMetadata,
  key: string,
): string | undefined {
  const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
  return value === BARE || !value ? undefined : value;
}
