import type { Knex } from 'knex';
import { databaseClock } from './databaseClock';

/** Narrows a query to sessions that no process is renewing. */
export function unleased(knex: Knex): (query: Knex.QueryBuilder) => void {
  return query => {
    query
      .whereNull('lease_until')
      .orWhere('lease_until', '<', databaseClock(knex));
  };
}
