/** The middle one of some numbers, or the mean of the two in the middle. @throws when there is none. */
export function median(values: number[]): number {
  if (values.length === 0) throw new Error('There is no median of nothing');
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? sorted[middle]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The median of each of the members that samples have. */
export function medians<K extends string>(
  samples: Array<Record<K, number>>,
): Record<K, number> {
  const names = Object.keys(samples[0]) as K[];
  return Object.fromEntries(
    names.map(name => [name, median(samples.map(sample => sample[name]))]),
  ) as Record<K, number>;
}
