/**
 * An OpenID provider is asked to revoke the refresh tokens of ended sessions as Palette is
 * to revoke their session tokens. An entry that is about the refresh token alone has no
 * `environment`: an earlier release, which may run beside this one, leaves it alone.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('spectrocloud_revocations', table => {
    table
      .text('issuer')
      .comment('Of the ID token; no other one sees the refresh token');
    table
      .text('refresh_environment')
      .comment('Auth environment, where the session token is to be left alone');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex('spectrocloud_revocations')
    .whereNotNull('refresh_environment')
    .delete();
  await knex.schema.alterTable('spectrocloud_revocations', table => {
    table.dropColumn('refresh_environment');
    table.dropColumn('issuer');
  });
};
