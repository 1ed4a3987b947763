/**
 * Writes terraformSchema.json: of the Terraform provider's schema, as
 * `terraform providers schema -json` tells it, only the names, types and marks of
 * what clusters can be created with.
 *
 *   node writeTerraformSchema.mjs <path of the schema>
 */
import { readFileSync, writeFileSync } from 'node:fs';

const KINDS = 'eks aws aks azure gcp gke vsphere maas'.split(' ');
const RESOURCES = [
  ...KINDS.map(kind => `spectrocloud_cluster_${kind}`),
  'spectrocloud_virtual_cluster',
];

/** `string!` is required; what the provider alone sets can't be written. */
function attributesOf(attributes = {}) {
  return Object.fromEntries(
    Object.entries(attributes)
      .filter(([, { computed, optional }]) => optional || !computed)
      .map(([name, { type, required }]) => [
        name,
        `${[type].flat(Infinity).join(' of ')}${required ? '!' : ''}`,
      ]),
  );
}

function blockOf({ attributes, block_types: blocks = {} }) {
  return {
    attributes: attributesOf(attributes),
    blocks: Object.fromEntries(
      Object.entries(blocks)
        .filter(([name]) => name !== 'timeouts')
        .map(([name, { min_items: min = 0, max_items: max = 0, block }]) => [
          name,
          { min, max, ...blockOf(block) },
        ]),
    ),
  };
}

const [source] = process.argv.slice(2);
const { resources } = JSON.parse(readFileSync(source, 'utf8'));
const lines = RESOURCES.map(
  name =>
    `${JSON.stringify(name)}: ${JSON.stringify(blockOf(resources[name]))}`,
);
writeFileSync(
  new URL('terraformSchema.json', import.meta.url),
  `{\n${lines.join(',\n')}\n}\n`,
);
