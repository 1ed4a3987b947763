/**
 * A request that was under way with the handle of a session that the same browser
 * has just replaced must not take the new one's cookie away.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('spectrocloud_tombstones', table => {
    table
      .bigInteger('replaced_at')
      .comment('When its browser began another session instead');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('spectrocloud_tombstones', table => {
    table.dropColumn('replaced_at');
  });
};
