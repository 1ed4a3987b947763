import { stringify } from 'yaml';
import type { Profile } from '../../seed/types';

/** What can be made of a profile again; its shape is nowhere described. */
function documentOf(profile: Profile) {
  return {
    metadata: { name: profile.name, description: profile.description },
    spec: {
      version: profile.version,
      template: {
        cloudType: profile.cloudType,
        type: profile.type,
        packs: profile.packs.map(pack => ({
          name: pack.name,
          layer: pack.layer,
          tag: pack.version,
          type: pack.type,
          values: pack.values,
          manifests: pack.manifests.map(({ name, content }) => ({
            name,
            content,
          })),
        })),
      },
      variables: profile.variables.map(({ name }) => ({ name })),
    },
  };
}

/** A profile in the vendor's own format. */
export function profileExportView(
  profile: Profile,
  format: 'json' | 'yaml',
): string {
  const document = documentOf(profile);
  return format === 'json'
    ? JSON.stringify(document, null, 2)
    : stringify(document);
}

/** A resource of the vendor's Terraform provider. */
export function terraformView({ name, version, packs }: Profile): string {
  const quoted = (text: string) => JSON.stringify(text);
  const blocks = packs.map(pack =>
    [
      '  pack {',
      `    name   = ${quoted(pack.name)}`,
      `    tag    = ${quoted(pack.version)}`,
      `    values = ${quoted(pack.values)}`,
      '  }',
    ].join('\n'),
  );
  return [
    'resource "spectrocloud_cluster_profile" "profile" {',
    `  name    = ${quoted(name)}`,
    `  version = ${quoted(version)}`,
    ...blocks,
    '}',
    '',
  ].join('\n');
}
