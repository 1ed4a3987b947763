import { hash } from 'node:crypto';
import type { Knex } from 'knex';
import { SESSIONS, TOMBSTONES } from './TokenDatabase';

/** Whose sessions of an environment are meant. @public */
export interface SessionOwner {
  /** The Backstage user. */
  userEntityRef: string;
  /** The auth environment. */
  environment: string;
}

function ownerId({ userEntityRef, environment }: SessionOwner): string {
  return hash(
    'sha256',
    JSON.stringify(['owner', userEntityRef, environment]),
    'base64url',
  );
}

/** Tombstones outlast what could be revived by this, since clocks differ. */
export const TOMBSTONE_MARGIN_MS = 300_000;

interface Tombstone {
  id: string;
  issued_before: number | null;
  until: number;
  replaced_at: number | null;
}

/** The end of a session. */
export interface Burial {
  id: string;
  /** When no token of the session can be alive any more. */
  until: Date;
  /** When its browser began another session instead, if that is why it ended. */
  replacedAt?: Date;
}

/** The later of what is there and what is inserted; SQLite and PostgreSQL name that function differently. */
function later(knex: Knex, column: keyof Tombstone): Knex.Raw {
  const there = `${TOMBSTONES}.${column}`;
  const inserted = `excluded.${column}`;
  return knex.raw('CASE WHEN ?? <= ?? THEN ?? ELSE COALESCE(??, ??) END', [
    inserted,
    there,
    there,
    inserted,
    there,
  ]);
}

/** A tombstone is never shortened: whoever ends a session again may know an older token of it only. */
function laterTimes(knex: Knex) {
  return {
    issued_before: later(knex, 'issued_before'),
    until: later(knex, 'until'),
    replaced_at: later(knex, 'replaced_at'),
  };
}

async function bury(knex: Knex, tombstones: Tombstone[]): Promise<void> {
  if (tombstones.length > 0) {
    await knex(TOMBSTONES)
      .insert(tombstones)
      .onConflict('id')
      .merge(laterTimes(knex));
  }
}

/**
 * Leaves tombstones of all sessions that a query finds, in one statement.
 *
 * @param narrow - narrows a query to their rows
 */
export async function buryRows(
  knex: Knex,
  narrow: (query: Knex.QueryBuilder) => void,
  replacedAt?: Date,
): Promise<void> {
  const columns = ['id', 'issued_before', 'until', 'replaced_at'];
  const rows = knex(SESSIONS)
    .modify(narrow)
    .select(
      'id',
      knex.raw('CAST(NULL AS BIGINT)'),
      // The later one: a refresh grant outlives the session token. NULL is not later.
      knex.raw('CASE WHEN ?? > ?? THEN ?? ELSE ?? END + ?', [
        'session_token_expires_at',
        'expires_at',
        'session_token_expires_at',
        'expires_at',
        TOMBSTONE_MARGIN_MS,
      ]),
      knex.raw('CAST(? AS BIGINT)', [replacedAt?.getTime() ?? null]),
    );
  // Written out: knex leaves `onConflict` of rows that are selected away on SQLite.
  const times = Object.entries(laterTimes(knex)).flat();
  await knex(knex.raw('?? (??, ??, ??, ??)', [TOMBSTONES, ...columns])).insert(
    knex.raw(
      'SELECT * FROM ? AS ended WHERE TRUE ON CONFLICT (??) DO UPDATE SET ?? = ?, ?? = ?, ?? = ?',
      [rows, 'id', ...times],
    ),
  );
}

/** Leaves tombstones of sessions. */
export function burySessions(knex: Knex, burials: Burial[]): Promise<void> {
  return bury(
    knex,
    burials.map(({ id, until, replacedAt }) => ({
      id,
      issued_before: null,
      until: until.getTime() + TOMBSTONE_MARGIN_MS,
      replaced_at: replacedAt?.getTime() ?? null,
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
      until: times.until.getTime() + TOMBSTONE_MARGIN_MS,
      replaced_at: null,
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

/** Whether a browser began another session instead of this one at a time or later. */
export async function isReplaced(
  knex: Knex,
  id: string,
  since: Date,
): Promise<boolean> {
  const found = await knex<Tombstone>(TOMBSTONES)
    .where({ id })
    .andWhere('replaced_at', '>=', since.getTime())
    .first('id');
  return found !== undefined;
}
