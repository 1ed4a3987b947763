import { hash } from 'node:crypto';

/** The same for what is the same JSON, in whichever order the fields of its objects are. */
export function fingerprint(value: unknown): string {
  return hash('sha256', JSON.stringify(value, inOrder) ?? '', 'base64url');
}

function inOrder(_name: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}
