import { hash } from 'node:crypto';

/** SHA-256 of a text's UTF-8, or of bytes, base64url. @public */
export function sha256(data: string | Uint8Array): string {
  return hash('sha256', data, 'base64url');
}
