import { stringifyError } from '@backstage/errors';
import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  foldEmail,
  type PaletteUser,
} from '@terasky/backstage-plugin-spectrocloud-common';

/** After a failure Palette is asked again no sooner. */
const RETRY_MS = 60_000;

/** What is known of an address: whose it is, that it is nobody's, or nothing yet. */
export type UserIdAnswer = { uid: string | undefined } | undefined;

/**
 * Uids of Palette's users by their e-mail addresses, for whoever can't wait. The provider
 * brings them with each run; a replica that makes no runs asks for them by itself, as
 * often, behind an answer.
 */
export class UserIds {
  readonly #options: {
    read: () => Promise<PaletteUser[]>;
    logger: LoggerService;
    freshMs: number;
    now: () => number;
  };
  #uids?: ReadonlyMap<string, string>;
  #askAgainAt: number;
  #asking = false;

  constructor(options: {
    read: () => Promise<PaletteUser[]>;
    logger: LoggerService;
    /** How long they are believed: somewhat longer than from one run to the next. */
    freshMs: number;
    /** The clock, in milliseconds. */
    now?: () => number;
  }) {
    this.#options = { now: () => performance.now(), ...options };
    // Until then a run of this replica may have brought them.
    this.#askAgainAt = this.#options.now() + options.freshMs;
  }

  /** Takes users who have been read for something else. */
  note(users: PaletteUser[]): void {
    const uids = new Map<string, string>();
    const several = new Set<string>();
    for (const { metadata, spec } of users) {
      const email = foldEmail(spec.email ?? '');
      if (!email) continue;
      if (uids.has(email)) several.add(email);
      uids.set(email, metadata.uid);
    }
    several.forEach(email => uids.delete(email));
    this.#uids = uids;
    this.#askAgainAt = this.#options.now() + this.#options.freshMs;
  }

  /** Whose an address is at Palette, as far as that is known by now. */
  of(email: string): UserIdAnswer {
    if (this.#options.now() >= this.#askAgainAt && !this.#asking) this.#ask();
    const folded = foldEmail(email);
    return this.#uids && { uid: folded && this.#uids.get(folded) };
  }

  async #ask(): Promise<void> {
    const { read, logger, now } = this.#options;
    this.#asking = true;
    try {
      this.note(await read());
    } catch (error) {
      this.#askAgainAt = now() + RETRY_MS;
      logger.debug(
        `Palette's users can't be read to annotate those of the catalog: ${stringifyError(error)}`,
      );
    } finally {
      this.#asking = false;
    }
  }
}
