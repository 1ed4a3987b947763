import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { buryRows } from './Tombstones';
import { REVOCATIONS, SESSIONS } from './TokenDatabase';

/** A session that has ended. @public */
export interface EndedSession {
  /** Its row id. */
  id: string;
  /** Its auth environment. */
  environment: string;
}

/** Copies the sealed tokens of rows to the list of those that Palette is yet to revoke, each once its row is gone. */
async function listForRevocation(
  transaction: Knex,
  narrow: (query: Knex.QueryBuilder) => void,
  environments: string[],
): Promise<void> {
  const columns = [
    'user_entity_ref',
    'environment',
    'sealed',
    'waiting_for',
    'waiting_until',
  ];
  const into = transaction.raw('?? (??, ??, ??, ??, ??, ??, ??, ??, ??)', [
    REVOCATIONS,
    ...['session_id', ...columns, 'until', 'confirmed', 'retry_at'],
  ]);
  const end = ['session_token_expires_at', 'expires_at'];
  const rows = transaction(SESSIONS)
    .modify(narrow)
    .whereIn('environment', environments)
    .select('id', ...columns, transaction.raw('COALESCE(??, ??)', end))
    .select(transaction.raw('?? IS NOT NULL', ['user_uid']))
    .select(transaction.raw('0'));
  await transaction(into).insert(rows);
}

/**
 * Ends sessions of one user: leaves tombstones, lists their tokens for revocation, and
 * removes their rows. It takes the same few statements however many there are.
 *
 * @param transaction - all of it counts, or nothing
 * @param narrow - narrows a query to the rows
 * @param options - `revokeIn`: auth environments whose Palette is to revoke the tokens;
 *   `replacedAt`: when their browser began another one instead, if that is the reason
 */
export async function endSessions(
  transaction: Knex,
  narrow: (query: Knex.QueryBuilder) => void,
  options: { revokeIn: string[]; replacedAt?: Date },
): Promise<EndedSession[]> {
  // Marked, so that all statements mean the same rows: none that begins meanwhile,
  // and each with the tokens that it has then. Whoever is renewing one has lost it.
  const mark = `ends ${randomUUID()}`;
  const ended: Array<EndedSession & { user_entity_ref: string }> =
    await transaction(SESSIONS)
      .modify(narrow)
      .update({ lease_id: mark })
      .returning(['id', 'environment', 'user_entity_ref']);
  if (ended.length > 0) {
    const [{ user_entity_ref }] = ended;
    const marked = (query: Knex.QueryBuilder) => {
      query.where({ user_entity_ref, lease_id: mark });
    };
    await buryRows(transaction, marked, options.replacedAt);
    await listForRevocation(transaction, marked, options.revokeIn);
    await transaction(SESSIONS).modify(marked).delete();
  }
  return ended.map(({ id, environment }) => ({ id, environment }));
}
