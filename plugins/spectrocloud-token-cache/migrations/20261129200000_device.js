/**
 * Which browser on which system a session is of, by name alone, for its user's own list.
 * An earlier release, which may run beside this one, leaves both empty.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('spectrocloud_sessions', table => {
    table.text('browser').comment("The browser's name, such as Firefox");
    table.text('system').comment("Its operating system's name, such as Linux");
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('spectrocloud_sessions', table => {
    table.dropColumn('system');
    table.dropColumn('browser');
  });
};
