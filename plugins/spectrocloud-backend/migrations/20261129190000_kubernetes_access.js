/**
 * Palette allows few calls for kubeconfigs, so that reading how hundreds of clusters are
 * reached takes minutes: a restart should not begin anew, nor each replica for itself.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('spectrocloud_kubernetes_access', table => {
    table.comment('How the API servers of clusters are reached; no credential');
    table.string('palette', 200).notNullable().comment('Its address');
    table.string('tenant_uid', 64).notNullable();
    table.string('cluster_uid', 64).notNullable();
    table.text('access').notNullable().comment('Endpoint, CA, OIDC client');
    table.bigInteger('read_at').notNullable().comment('Milliseconds of 1970');
    table.primary(['palette', 'tenant_uid', 'cluster_uid']);
    table.index(['read_at'], 'spectrocloud_kubernetes_access_r');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('spectrocloud_kubernetes_access');
};
