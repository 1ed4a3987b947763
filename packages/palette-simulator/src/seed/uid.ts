import { createHash } from 'node:crypto';

const UID_LENGTH = 24;

/** A 24-digit hexadecimal uid as Palette's; the same name always gets the same one. */
export function uidOf(kind: string, ...names: string[]): string {
  return createHash('sha256')
    .update([kind, ...names].join('\0'))
    .digest('hex')
    .slice(0, UID_LENGTH);
}
