const SECOND = 1_000;
const UNITS = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['week', 7 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/** How many of the largest unit of which there is one. */
function inUnits(ms: number): [count: number, unit: (typeof UNITS)[number][0]] {
  const seconds = ms / SECOND;
  const [unit, size] =
    UNITS.find(([, each]) => Math.abs(seconds) >= each) ??
    UNITS[UNITS.length - 1];
  return [Math.trunc(seconds / size), unit];
}

/** How old something is, as `8 months`. */
export function ageOf(ms: number, locale: string): string {
  const [count, unit] = inUnits(Math.max(ms, 0));
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
  }).format(count);
}

/** How long something is gone, as `3 minutes ago`, or ahead, as `in 5 days`. */
export function agoOf(ms: number, locale: string): string {
  const [count, unit] = inUnits(ms);
  return new Intl.RelativeTimeFormat(locale).format(-count, unit);
}
