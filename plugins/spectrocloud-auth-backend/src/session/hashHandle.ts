import { createHash } from 'node:crypto';

/** SHA-256, base64url: what the database knows of a session handle, and readers of a refused token. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/** Row id of the session that a handle opens. */
export function hashHandle(handle: string): string {
  return sha256(handle);
}
