import { burySessions, TOMBSTONE_MARGIN_MS } from './Tombstones';
import type { SessionRow } from './SessionColumns';
import { unleased } from './RenewalLeases';
import { listForRevocation } from './Revocations';
import {
  REVOCATIONS,
  SESSIONS,
  TOMBSTONES,
  USED_STATES,
  type TokenDatabase,
} from './TokenDatabase';

const BATCH = 500;

/** How many rows a sweep removed. @public */
export interface SweepResult {
  /** Sessions past their limits. */
  sessions: number;
  /** Tombstones that nothing can need any more. */
  tombstones: number;
  /** Login states and tickets that have expired. */
  usedStates: number;
  /** Ended sessions whose time has run out before their tokens were revoked. */
  unrevoked: number;
}

/**
 * Removes what is over at a time: sessions past their limits, tombstones and used states
 * that nothing can need any more. A session that ended before its token leaves a tombstone,
 * or a sealed cookie would revive it; its refresh token, which may live on, is to be revoked.
 */
export async function sweepTokenDatabase(
  database: TokenDatabase,
  now: Date,
): Promise<SweepResult> {
  const time = now.getTime();
  let sessions = 0;
  for (let swept = BATCH; swept === BATCH; sessions += swept) {
    swept = await sweepSessions(database, time);
  }
  const tombstones = await database.run(knex =>
    knex(TOMBSTONES).where('until', '<=', time).delete(),
  );
  const usedStates = await database.run(knex =>
    knex(USED_STATES).where('expires_at', '<=', time).delete(),
  );
  const unrevoked = await database.run(knex =>
    knex(REVOCATIONS).where('until', '<=', time).delete(),
  );
  return { sessions, tombstones, usedStates, unrevoked };
}

async function sweepSessions(
  database: TokenDatabase,
  time: number,
): Promise<number> {
  return database.transaction(async transaction => {
    // Locked, where the database has row locks: a session that is used right now stays,
    // and so does one whose tokens lapsed while they are being renewed.
    const rows: SessionRow[] = await transaction(SESSIONS)
      .where(over =>
        over
          .where('expires_at', '<=', time)
          .orWhere('idle_expires_at', '<=', time),
      )
      .andWhere(unleased(transaction))
      .limit(BATCH)
      .forUpdate();
    await burySessions(
      transaction,
      rows.flatMap(row => {
        const until = Math.max(
          Number(row.session_token_expires_at ?? 0),
          Number(row.expires_at),
        );
        return until + TOMBSTONE_MARGIN_MS > time
          ? [{ id: row.id, until: new Date(until) }]
          : [];
      }),
    );
    const ids = rows.map(row => row.id);
    if (ids.length > 0) {
      await listForRevocation(
        transaction,
        {
          narrow: query => query.whereIn('id', ids),
          sparesSessionToken: true,
        },
        new Date(time),
      );
    }
    return transaction(SESSIONS).whereIn('id', ids).delete();
  });
}
