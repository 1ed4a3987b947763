import { RE2JS } from 're2js';

/** Nobody's rule is longer; it would take its time to be read. */
const MAX_PATTERN_LENGTH = 1000;
/** A rule is for names and numbers; longer values are left to Palette. */
const MAX_VALUE_LENGTH = 4096;
/** A repetition makes as many copies of what it repeats; copies of copies multiply. */
const MAX_COPIES = 2000;

/** How large a pattern becomes at most, by the product of its repetitions. */
function copiesOf(pattern: string): number {
  return [...pattern.matchAll(/\{(\d{1,5})(?:,(\d{0,5}))?\}/g)].reduce(
    (product, [, low, high]) => product * Math.max(1, Number(high || low)),
    1,
  );
}

/**
 * Whether a value matches a profile's own rule; undefined where that isn't found
 * out here, and left to Palette: no rule, one that can't be read, or one out of
 * bounds.
 *
 * A rule is somebody else's text. It is run by RE2, whose time grows with the
 * length of the value alone and never backtracks, and whose syntax is that of
 * Palette itself. Lengths and repetitions are bounded, so that reading the rule
 * takes no time either.
 */
export function matchesPattern(
  pattern: string | undefined,
  value: string,
): boolean | undefined {
  if (
    !pattern ||
    pattern.length > MAX_PATTERN_LENGTH ||
    value.length > MAX_VALUE_LENGTH ||
    copiesOf(pattern) > MAX_COPIES
  ) {
    return undefined;
  }
  try {
    return RE2JS.compile(pattern).matcher(value).find();
  } catch {
    return undefined;
  }
}
