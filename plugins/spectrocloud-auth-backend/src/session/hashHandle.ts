import { sha256 } from '../sha256';

/** Row id of the session that a handle opens; the database knows no more of it. */
export function hashHandle(handle: string): string {
  return sha256(handle);
}
