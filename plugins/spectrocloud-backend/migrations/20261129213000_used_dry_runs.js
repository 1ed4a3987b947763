/**
 * The token of a dry run lets one change be made, by whichever replica it reaches.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('spectrocloud_used_dry_runs', table => {
    table.comment('Dry runs of actions whose change was asked for');
    table.string('id', 64).primary();
    table
      .bigInteger('expires_at')
      .notNullable()
      .comment('Milliseconds of 1970');
    table.index(['expires_at'], 'spectrocloud_used_dry_runs_e');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('spectrocloud_used_dry_runs');
};
