/**
 * A renewed token is confirmed against the owner of the former one, which must
 * therefore be kept while Palette can't be asked about the new one.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('spectrocloud_sessions', table => {
    table
      .boolean('identity_pending')
      .notNullable()
      .defaultTo(false)
      .comment('The present token was not confirmed yet');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('spectrocloud_sessions', table => {
    table.dropColumn('identity_pending');
  });
};
