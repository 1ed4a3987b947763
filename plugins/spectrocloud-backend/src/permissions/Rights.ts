import { NotAllowedError } from '@backstage/errors';
import type { BasicPermission } from '@backstage/plugin-permission-common';

/** What the permission system has said about one caller, all of it asked at once. */
export class Rights {
  readonly #decisions: ReadonlyMap<string, boolean>;

  constructor(decisions: ReadonlyMap<string, boolean>) {
    this.#decisions = decisions;
  }

  /** Whether the caller has the permission. @throws `Error` when that was not asked: a mistake of ours. */
  allows({ name }: BasicPermission): boolean {
    const allowed = this.#decisions.get(name);
    if (allowed === undefined) {
      throw new Error(`The permission '${name}' was not asked for`);
    }
    return allowed;
  }

  /** Lets those pass who have one of the permissions. @throws `NotAllowedError` for everybody else. */
  require(anyOf: BasicPermission[]): void {
    if (!anyOf.some(permission => this.allows(permission))) {
      throw new NotAllowedError(
        `You lack the permission ${anyOf.map(({ name }) => `'${name}'`).join(' or ')}`,
      );
    }
  }
}
