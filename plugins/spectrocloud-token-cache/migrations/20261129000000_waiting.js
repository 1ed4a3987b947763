/**
 * A connection that waits for its user is nobody's session yet: whom it waits for has
 * columns of its own. An earlier release, which may run beside this one, writes
 * `pending:<until>:<user>` as the user instead; both are understood.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('spectrocloud_sessions', table => {
    table
      .text('waiting_for')
      .comment('The user who may claim it; until then it has none');
    table.bigInteger('waiting_until').comment('Nobody may claim it later');
  });
  await knex.schema.alterTable('spectrocloud_revocations', table => {
    table.text('waiting_for').comment('As in the row of the session');
    table.bigInteger('waiting_until').comment('As in the row of the session');
    table
      .boolean('confirmed')
      .comment('Whether Palette has said that it is a session token');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('spectrocloud_revocations', table => {
    table.dropColumn('confirmed');
    table.dropColumn('waiting_until');
    table.dropColumn('waiting_for');
  });
  await knex.schema.alterTable('spectrocloud_sessions', table => {
    table.dropColumn('waiting_until');
    table.dropColumn('waiting_for');
  });
};
