import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';

/** So few may all vanish: a share of them says nothing. */
const MIN_HELD = 10;

function groupOf({ kind, spec }: Entity): string {
  return typeof spec?.type === 'string' ? spec.type : kind.toLowerCase();
}

/**
 * Refuses a run that would take most entities of one kind out of the catalog:
 * Palette may have broken off, or show an API key less than it did.
 *
 * @param options - `maxShare` is the configured share that may vanish, 1 for all; `replaced` names entities whose
 *   place others have taken
 * @throws `Error` that says how many would vanish, and which key lets them
 */
export function checkRemovals(
  held: Entity[],
  wanted: Entity[],
  options: { maxShare: number; key: string; replaced?: string[] },
): void {
  const kept = new Set(wanted.map(entity => stringifyEntityRef(entity)));
  const replaced = new Set(options.replaced);
  const groups = new Map<string, Entity[]>();
  for (const entity of held) {
    const group = groupOf(entity);
    groups.set(group, [...(groups.get(group) ?? []), entity]);
  }
  for (const [group, entities] of groups) {
    const removed = entities.filter(
      entity =>
        !kept.has(stringifyEntityRef(entity)) &&
        !replaced.has(entity.metadata.name),
    ).length;
    if (
      entities.length >= MIN_HELD &&
      removed > entities.length * options.maxShare
    ) {
      throw new Error(
        `${removed} of ${entities.length} entities of the type ${group} would be removed, which looks like an incomplete answer of Palette; if that is meant, set ${options.key} to 1 for a run`,
      );
    }
  }
}
