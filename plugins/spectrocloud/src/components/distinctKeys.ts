/** Keys for what is drawn in a row, told apart where Palette names two alike or names none. */
export function distinctKeys(keys: string[]): string[] {
  const counts = new Map<string, number>();
  return keys.map(key => {
    const before = counts.get(key) ?? 0;
    counts.set(key, before + 1);
    return before === 0 ? key : `${key}#${before}`;
  });
}
