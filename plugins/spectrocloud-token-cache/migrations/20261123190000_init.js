/**
 * Times are milliseconds since 1970: the same on every database, with no time zone to get wrong.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('spectrocloud_sessions', table => {
    table.comment('Palette sessions of signed-in users; one row a browser');
    table
      .string('id', 64)
      .primary()
      .comment('SHA-256 of the handle in the session cookie');
    table.text('user_entity_ref').notNullable();
    table.text('environment').notNullable().comment('Auth environment');
    table.text('issuer').notNullable();
    table.text('subject').notNullable();
    table.text('email').comment('Lower case');
    table.text('tenant_uid').comment('Null until Palette confirmed it');
    table.text('tenant_name');
    table.text('user_uid').comment('Null until Palette confirmed it');
    table.string('binding', 16).notNullable().comment('sign-in or connect');
    table.text('sealed').notNullable().comment('Sealed tokens and claims');
    table.bigInteger('id_token_expires_at');
    table.bigInteger('session_token_expires_at');
    table.integer('version').notNullable().comment('Counts every write');
    table.string('lease_id', 64).comment('Who is renewing the tokens');
    table.bigInteger('lease_until').comment('By the clock of the database');
    table.bigInteger('renew_after').comment('No renewal is tried before');
    table.bigInteger('created_at').notNullable();
    table.bigInteger('used_at').notNullable();
    table.bigInteger('expires_at').notNullable().comment('End of the session');
    table
      .bigInteger('idle_expires_at')
      .notNullable()
      .comment('End of the session unless it is used before');
    table.index(['user_entity_ref', 'environment'], 'spectrocloud_sessions_u');
    table.index(['email', 'environment'], 'spectrocloud_sessions_m');
    table.index(['expires_at'], 'spectrocloud_sessions_e');
    table.index(['idle_expires_at'], 'spectrocloud_sessions_i');
  });

  await knex.schema.createTable('spectrocloud_tombstones', table => {
    table.comment('Sessions that ended; no sealed cookie may revive them');
    table
      .string('id', 64)
      .primary()
      .comment('Row id, or a hash of user and environment');
    table
      .bigInteger('issued_before')
      .comment('Only cookies older than this; null means all');
    table.bigInteger('until').notNullable();
    table.index(['until'], 'spectrocloud_tombstones_u');
  });

  await knex.schema.createTable('spectrocloud_used_states', table => {
    table.comment('Logins and connect tickets that were used, once');
    table.string('state_hash', 64).primary();
    table.bigInteger('expires_at').notNullable();
    table.index(['expires_at'], 'spectrocloud_used_states_e');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('spectrocloud_used_states');
  await knex.schema.dropTable('spectrocloud_tombstones');
  await knex.schema.dropTable('spectrocloud_sessions');
};
