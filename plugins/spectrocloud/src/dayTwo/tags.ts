/** Palette's value of a label that is only a word. */
const BARE = 'spectro__tag';

/** Labels as people write them: `team:a`, or one word. */
export function toTags(labels: Record<string, string> = {}): string {
  return Object.entries(labels)
    .map(([name, value]) => (value === BARE ? name : `${name}:${value}`))
    .join('\n');
}

/** The labels that one line each stands for; the last of a name counts. */
export function toLabels(tags: string): Record<string, string> {
  return Object.fromEntries(
    tags
      .split('\n')
      .map(line => line.trim())
      .filter(Boolean)
      .map(line => {
        const [, name, value] = /^([^:]+?)\s*(?::\s*(.*))?$/.exec(line) ?? [];
        return [name ?? line, value === undefined ? BARE : value];
      }),
  );
}
