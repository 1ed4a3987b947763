/**
 * What a reader does with a sample of a change: the lines that begin with `-` go, and those
 * that begin with `+` come in their place. What is changed already stays as it is.
 */
export function applyChange(existing, sample) {
  const lines = sample.trimEnd().split('\n');
  const without = sign =>
    lines
      .filter(line => !line.startsWith(sign))
      .map(line => line.slice(1))
      .join('\n');
  const [before, after] = [without('+'), without('-')];
  if (existing.includes(before)) {
    return existing.replace(before, () => after);
  }
  if (existing.includes(after)) {
    return existing;
  }
  throw new Error(`there is no '${before}' in the file`);
}
