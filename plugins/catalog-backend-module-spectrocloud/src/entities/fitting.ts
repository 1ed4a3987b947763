import { createHash } from 'node:crypto';

/*
 * Palette's names and tags may hold anything. What the catalog can't hold is
 * made fit, never left out: https://backstage.io/docs/features/software-catalog/descriptor-format
 */

const MAX_LENGTH = 63;
const HASH_LENGTH = 16;
const NAME = /^[A-Za-z0-9]+(?:[-_.]+[A-Za-z0-9]+)*$/;

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, HASH_LENGTH);
}

/**
 * The name of an entity, of Palette's uid: a name at Palette may change, and two
 * projects may have clusters of one name.
 */
export function toEntityName(uid: string): string {
  return uid.length <= MAX_LENGTH && NAME.test(uid) ? uid : hashOf(uid);
}

function squeeze(text: string, allowed: RegExp, maxLength: number): string {
  return text
    .replace(allowed, '-')
    .slice(0, maxLength)
    .replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '');
}

/** A label's key or value: letters, digits, `-`, `_` and `.`, at most 63. */
export function toLabelPart(text: string): string {
  return squeeze(text, /[^A-Za-z0-9._-]+/g, MAX_LENGTH) || hashOf(text);
}

/** A tag of an entity: lower case letters, digits, `+` and `#`, in parts that `-` separates. */
export function toTag(text: string): string {
  const tag = text
    .toLowerCase()
    .replace(/[^a-z0-9+#]+/g, '-')
    .slice(0, MAX_LENGTH)
    .replace(/^-+|-+$/g, '');
  return tag || hashOf(text);
}
