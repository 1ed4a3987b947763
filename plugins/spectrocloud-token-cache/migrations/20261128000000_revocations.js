/**
 * Palette is asked to revoke tokens after their sessions have ended, which may be
 * many at once; what a restart or an outage of Palette interrupts is done later.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('spectrocloud_revocations', table => {
    table.comment('Session tokens that Palette is yet to revoke');
    table.increments('id');
    table.string('session_id', 64).notNullable();
    table.text('user_entity_ref').notNullable();
    table.text('environment').notNullable().comment('Auth environment');
    table.text('sealed').notNullable().comment('As in the row of the session');
    table.bigInteger('until').notNullable().comment('End of the token');
    table
      .bigInteger('retry_at')
      .notNullable()
      .comment('Nobody tries before; by the clock of the database');
    table.index(['environment', 'retry_at'], 'spectrocloud_revocations_r');
    table.index(['session_id'], 'spectrocloud_revocations_s');
    table.index(['until'], 'spectrocloud_revocations_u');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('spectrocloud_revocations');
};
