import type { ClusterProfile } from '@terasky/backstage-plugin-spectrocloud-common';

const UNSAFE = /[^A-Za-z0-9._-]+|\.{2,}/g;

/** Named after the profile and its version, as people know it; the back end's name says what kind of file it is. */
export function exportFileName(
  { metadata, spec }: ClusterProfile,
  sentName: string,
): string {
  const kind = sentName.startsWith(`profile-${metadata.uid}.`)
    ? sentName.slice(`profile-${metadata.uid}`.length)
    : '';
  const name = [metadata.name, spec.version]
    .filter(Boolean)
    .join('-')
    .replace(UNSAFE, '-')
    .replace(/^[.-]+|[.-]+$/g, '');
  return name && kind ? `${name}${kind}` : sentName;
}
