import type { Knex } from 'knex';

function isPostgres(knex: Knex): boolean {
  return !String(knex.client.config.client).includes('sqlite');
}

/**
 * A knex whose queries on tables the database itself gives up after a while.
 *
 * A query that nobody waits for any more would keep its connection, and those
 * are few and shared with the plugin that owns the database: a lock on our
 * table would then keep the auth plugin from its own. One that has waited for
 * its connection until the signal aborted isn't begun: it was told to have failed.
 */
export function limitQueries<T extends Knex>(
  knex: T,
  timeoutMs: number,
  signal: AbortSignal,
): T {
  const cancel = isPostgres(knex);
  return new Proxy(knex, {
    apply(target, self, args) {
      const query: Knex.QueryBuilder = Reflect.apply(target, self, args);
      query.on('start', () => signal.throwIfAborted());
      return cancel
        ? query.timeout(timeoutMs, { cancel })
        : query.timeout(timeoutMs);
    },
  });
}
