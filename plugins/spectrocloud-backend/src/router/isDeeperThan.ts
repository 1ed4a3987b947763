/** Whether lists and objects are nested in more levels; itself it goes no deeper. */
export function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return (
    levels === 0 ||
    Object.values(value).some(item => isDeeperThan(levels - 1, item))
  );
}
