import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { SESSIONS, TOMBSTONES } from './tables';

/** Whose sessions of an environment are meant. @public */
export interface SessionOwner {
  /** The Backstage user. */
  userEntityRef: string;
  /** The auth environment. */
  environment: string;
}

function ownerId({ userEntityRef, environment }: SessionOwner): string {
  return createHash('sha256')
    .update(JSON.stringify(['owner', userEntityRef, environment]))
    .digest('base64url');
}

interface Tombstone {
  id: string;
  issued_before: number | null;
  until: number;
}

async function bury(knex: Knex, tombstones: Tombstone[]): Promise<void> {
  if (tombstones.length > 0) {
    await knex(TOMBSTONES).insert(tombstones).onConflict('id').merge();
  }
}

/** Leaves tombstones of sessions. */
export function burySessions(
  knex: Knex,
  sessions: Array<{ id: string; until: Date }>,
): Promise<void> {
  return bury(
    knex,
    sessions.map(({ id, until }) => ({
      id,
      issued_before: null,
      until: until.getTime(),
    })),
  );
}

/** Leaves a tombstone for all sessions of an owner, known or lost, that began before now. */
export function buryOwner(
  knex: Knex,
  owner: SessionOwner,
  times: { issuedBefore: Date; until: Date },
): Promise<void> {
  return bury(knex, [
    {
      id: ownerId(owner),
      issued_before: times.issuedBefore.getTime(),
      until: times.until.getTime(),
    },
  ]);
}

/** Whether a session has ended for good. */
export async function isBuried(
  knex: Knex,
  session: SessionOwner & { id: string; createdAt: Date },
): Promise<boolean> {
  const found = await knex<Tombstone>(TOMBSTONES)
    .where('id', session.id)
    .orWhere(owner =>
      owner
        .where('id', ownerId(session))
        .andWhere('issued_before', '>', session.createdAt.getTime()),
    )
    .first('id');
  return found !== undefined;
}

/** Keeps sessions with a tombstone out of a query, should one have been buried but not yet deleted. */
export function withoutBuried(query: Knex.QueryBuilder): void {
  query.whereNotExists(tombstones =>
    tombstones
      .select('id')
      .from(TOMBSTONES)
      .whereRaw('?? = ??', [`${TOMBSTONES}.id`, `${SESSIONS}.id`]),
  );
}
