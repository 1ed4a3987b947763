import { randomUUID } from 'node:crypto';
import { ConflictError, InputError } from '@backstage/errors';
import type { Keyring } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { z } from 'zod';
import type { PaletteCaller } from '../../palette/PaletteCaller';
import type { DryRunClaims } from './DryRunClaims';
import { fingerprint } from './fingerprint';

/** As long as somebody takes to read what would happen. */
const LIFE_MS = 10 * 60_000;
const PURPOSE = 'dry-run';

const content = z.object({
  id: z.string(),
  outcome: z.string(),
  expiresAt: z.number(),
});

/** What a dry run was of, and for whom: its token is good for nothing else. */
export interface DryRun {
  operation: string;
  userEntityRef: string;
  caller: Pick<PaletteCaller, 'instance' | 'session'>;
  /** What was asked for, checked. */
  request: object;
}

/** A token that was found to be one. */
interface OpenedDryRun {
  id: string;
  /** Fingerprint of what would have happened. */
  outcome: string;
  /** In milliseconds since 1970. */
  expiresAt: number;
}

/**
 * Tokens of dry runs. They are sealed with the keys of the token cache, which all
 * replicas have, and bound to what the dry run was of; the database knows the used ones.
 */
export class DryRunTokens {
  readonly #keyring: Keyring;
  readonly #claims: DryRunClaims;
  readonly #now: () => number;

  constructor(options: {
    keyring: Keyring;
    claims: DryRunClaims;
    /** The clock, in milliseconds since 1970; for tests. */
    now?: () => number;
  }) {
    this.#keyring = options.keyring;
    this.#claims = options.claims;
    this.#now = options.now ?? Date.now;
  }

  /** A token for one change, within ten minutes. */
  issue(
    dryRun: DryRun,
    outcome: unknown,
  ): { dryRunToken: string; expiresAt: string } {
    const expiresAt = this.#now() + LIFE_MS;
    const sealed: OpenedDryRun = {
      id: randomUUID(),
      outcome: fingerprint(outcome),
      expiresAt,
    };
    return {
      dryRunToken: this.#keyring.seal(
        JSON.stringify(sealed),
        contextOf(dryRun),
      ),
      expiresAt: new Date(expiresAt).toISOString(),
    };
  }

  /**
   * Uses a token up.
   *
   * @throws `InputError` for one of another dry run or that has expired, `ConflictError` for a
   *   used one, `ServiceUnavailableError` when that can't be told
   */
  async redeem(token: string, dryRun: DryRun): Promise<OpenedDryRun> {
    const plaintext = this.#keyring.open(token, contextOf(dryRun));
    if (plaintext === undefined) {
      throw new InputError(
        'The dryRunToken is not of a dry run of this: it has to be your own, at the same Palette, with exactly the same input. Nothing was changed; begin with a new dry run',
      );
    }
    const opened = content.parse(JSON.parse(plaintext));
    if (opened.expiresAt <= this.#now()) {
      throw new InputError(
        'The dryRunToken has expired: it lasts for ten minutes. Nothing was changed; begin with a new dry run',
      );
    }
    if (!(await this.#claims.claim(opened.id, opened.expiresAt))) {
      throw new ConflictError(
        'The dryRunToken was used before: it is good for one attempt. Look whether the change was made before you begin with a new dry run',
      );
    }
    return opened;
  }

  /** @throws `ConflictError` when something else would happen now than the dry run said. */
  checkOutcome(opened: OpenedDryRun, outcome: unknown): void {
    if (opened.outcome !== fingerprint(outcome)) {
      throw new ConflictError(
        'What would happen has changed since the dry run. Nothing was changed; begin with a new dry run',
      );
    }
  }
}

/** What the seal is bound to. Not to the session: who signs in again is the same user of Palette. */
function contextOf({
  operation,
  userEntityRef,
  caller: { instance, session },
  request,
}: DryRun): string {
  return JSON.stringify([
    PURPOSE,
    operation,
    userEntityRef,
    instance.name,
    instance.url,
    session.identity?.tenantUid,
    session.identity?.userUid,
    fingerprint(request),
  ]);
}
