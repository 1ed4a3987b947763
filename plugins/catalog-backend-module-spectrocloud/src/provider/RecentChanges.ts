import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';

/** Longer than a run may take, as it is configured by default. */
const KEPT_MS = 10 * 60_000;

/**
 * What was changed between runs: a run that began to read before doesn't know of it,
 * and would take it back.
 */
export class RecentChanges {
  readonly #now: () => number;
  readonly #changes = new Map<string, { at: number; entity?: Entity }>();

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Takes an entity that was added, or changed. */
  noteAdded(entity: Entity): void {
    this.#note(stringifyEntityRef(entity), entity);
  }

  /** Takes the reference of one that was removed. */
  noteRemoved(ref: string): void {
    this.#note(ref);
  }

  /** When a run begins, to be given to `applyTo` at its end. */
  begin(): number {
    return this.#now();
  }

  /** What a run has made, with what was changed while it did. */
  applyTo(entities: Entity[], begun: number): Entity[] {
    const later = [...this.#changes].filter(([, { at }]) => at >= begun);
    if (later.length === 0) return entities;
    const changed = new Set(later.map(([ref]) => ref));
    return [
      ...entities.filter(entity => !changed.has(stringifyEntityRef(entity))),
      ...later.flatMap(([, { entity }]) => entity ?? []),
    ];
  }

  #note(ref: string, entity?: Entity): void {
    const now = this.#now();
    for (const [known, { at }] of this.#changes) {
      if (now - at > KEPT_MS) this.#changes.delete(known);
    }
    this.#changes.set(ref, { at: now, entity });
  }
}
