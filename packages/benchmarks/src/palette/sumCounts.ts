/** How many of the counted calls are of a kind, by their `<method> <path> <status>`. */
export function sumCounts(
  counts: Record<string, number>,
  isWanted: (call: string) => boolean,
): number {
  return Object.entries(counts)
    .filter(([call]) => isWanted(call))
    .reduce((sum, [, count]) => sum + count, 0);
}
