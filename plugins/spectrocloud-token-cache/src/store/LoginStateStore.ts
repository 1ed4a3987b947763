import { USED_STATES, type TokenDatabase } from './TokenDatabase';

/**
 * Remembers what may be used once only: the state of a login, a connect ticket.
 *
 * @public
 */
export class LoginStateStore {
  readonly #database: TokenDatabase;

  /** @internal */
  constructor(database: TokenDatabase) {
    this.#database = database;
  }

  /**
   * Claims a state for its first and only use, across replicas.
   *
   * @param stateHash - SHA-256 of the state, base64url
   * @param expiresAt - until when it could be used again if it weren't remembered
   * @returns false when it has been used before
   * @throws `ServiceUnavailableError` when the database can't tell
   */
  async claim(stateHash: string, expiresAt: Date): Promise<boolean> {
    const inserted = await this.#database.run(knex =>
      knex(USED_STATES)
        .insert({ state_hash: stateHash, expires_at: expiresAt.getTime() })
        .onConflict('state_hash')
        .ignore()
        .returning('state_hash'),
    );
    return inserted.length === 1;
  }
}
