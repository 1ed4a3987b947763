import { sha256 } from '@terasky/backstage-plugin-spectrocloud-token-cache';

/** The same for what is the same JSON, in whichever order the fields of its objects are. */
export function fingerprint(value: unknown): string {
  return sha256(JSON.stringify(value, inOrder) ?? '');
}

function inOrder(_name: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}
