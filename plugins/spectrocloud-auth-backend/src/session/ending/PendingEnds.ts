import type { LoggerService } from '@backstage/backend-plugin-api';

const FIRST_RETRY_MS = 1_000;
const MAX_RETRY_MS = 30_000;
const MAX_AGE_MS = 3_600_000;
const MAX_PENDING = 1_000;
/** Of handles that nothing proves: anybody can make them up, and must not fill the places of others. */
const MAX_UNPROVEN = 200;

/**
 * Ends that the database could not take, tried again until it does: who signed
 * out while it was down is signed out for good once it is back.
 */
export class PendingEnds {
  readonly #logger: LoggerService;
  /** Row ids of the sessions that are to end as soon as the database takes it. */
  readonly ids: ReadonlyMap<string, unknown>;
  readonly #pending = new Map<string, NodeJS.Timeout>();
  readonly #unproven = new Set<string>();

  constructor(logger: LoggerService) {
    this.#logger = logger;
    this.ids = this.#pending;
  }

  /**
   * Has work done later, and again until it succeeds; once an id.
   *
   * @param options - `isProven`: whether it is sure that there is such a session
   */
  add(options: {
    id: string;
    isProven: boolean;
    work: () => Promise<void>;
  }): void {
    const { id, isProven, work } = options;
    this.#unproven.delete(id);
    if (isProven) {
      const proven = this.#pending.size - this.#unproven.size;
      if (proven >= MAX_PENDING && !this.#pending.has(id)) {
        this.#logger.error(
          `Palette session ${id} stays until it expires: too many sessions wait for the database to end`,
        );
        return;
      }
    } else {
      this.#unproven.add(id);
      const [oldest] = this.#unproven;
      if (this.#unproven.size > MAX_UNPROVEN) {
        clearTimeout(this.#pending.get(oldest));
        this.#forget(oldest);
      }
    }
    this.#schedule(id, work, FIRST_RETRY_MS, Date.now() + MAX_AGE_MS);
  }

  /** Forgets them all, when the process ends. */
  clear(): void {
    this.#pending.forEach(timer => clearTimeout(timer));
    this.#pending.clear();
    this.#unproven.clear();
  }

  #forget(id: string): void {
    this.#pending.delete(id);
    this.#unproven.delete(id);
  }

  #schedule(
    id: string,
    work: () => Promise<void>,
    delayMs: number,
    deadline: number,
  ): void {
    clearTimeout(this.#pending.get(id));
    const timer = setTimeout(async () => {
      try {
        await work();
        this.#forget(id);
        this.#logger.info(`Palette session ${id} has ended, later than asked`);
      } catch {
        if (Date.now() < deadline && this.#pending.has(id)) {
          const next = Math.min(delayMs * 2, MAX_RETRY_MS);
          this.#schedule(id, work, next, deadline);
        } else {
          this.#forget(id);
          this.#logger.error(
            `Palette session ${id} stays until it expires: the database did not take its end`,
          );
        }
      }
    }, delayMs);
    timer.unref();
    this.#pending.set(id, timer);
  }
}
