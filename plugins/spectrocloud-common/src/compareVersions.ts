const collator = new Intl.Collator('en', { numeric: true });

/** A version, and what it is yet to become one of, as `rc.1`; build metadata doesn't matter. */
function partsOf(version: string): [core: string, preRelease: string] {
  const [, core, preRelease = ''] = /^([^-+]*)(?:-([^+]*))?/.exec(version)!;
  return [core, preRelease];
}

/**
 * Orders versions of profiles, the older first: numbers as numbers, and a pre-release
 * before what it precedes (Semantic Versioning 2.0.0, section 11), which Palette's
 * versions mostly follow; other words are ordered as words, and none comes first.
 *
 * @returns a negative number, 0 or a positive one, as `Array.sort` takes it
 * @public
 */
export function compareVersions(one: string = '', other: string = ''): number {
  const [[core, preRelease], [otherCore, otherPreRelease]] = [
    partsOf(one),
    partsOf(other),
  ];
  return (
    collator.compare(core, otherCore) ||
    Number(preRelease === '') - Number(otherPreRelease === '') ||
    collator.compare(preRelease, otherPreRelease)
  );
}
