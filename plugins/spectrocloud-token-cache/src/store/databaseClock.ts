import type { Knex } from 'knex';

/**
 * Milliseconds since 1970 by the clock of the database.
 *
 * Replicas compare leases by it: their own clocks may differ by more than a lease lasts.
 */
export function databaseClock(knex: Knex): Knex.Raw {
  return String(knex.client.config.client).includes('sqlite')
    ? knex.raw(`CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)`)
    : knex.raw(`CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)`);
}
