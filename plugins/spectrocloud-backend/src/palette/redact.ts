const REDACTED = '[redacted]';

/** JSON Web Tokens, whole or cut off. */
const JWT = /\beyJ[A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]*){0,4}/g;
/** `"password": "..."`, `apiKey=...` and their like, up to the end of the value. */
const NAMED_SECRET =
  /((?:api[_-]?key|authorization|token|password|passwd|secret[a-z]{0,20}|private[_-]?key|activationLink|credentials?)["']?\s*[:=]\s*)("(?:[^"\\]|\\.)*"|'[^']*'|[^\s,;}&]+(?:\s+eyJ\S+)?)/gi;
const EMAIL = /[^\s@"'<>,;:]{1,64}@[^\s@"'<>,;:]{1,255}/g;
const PEM = /-----BEGIN [^-]+-----[\s\S]*?(?:-----END [^-]+-----|$)/g;
/** Cut before the patterns look at it: some of them take quadratic time. */
const MAX_INPUT_LENGTH = 2_000;
const MAX_LENGTH = 500;

/**
 * Takes out of a text of Palette what must not reach a log: tokens, keys,
 * passwords and e-mail addresses. Palette's messages may echo the API key.
 */
export function redact(
  text: string,
  secrets: ReadonlyArray<string> = [],
): string {
  let result = text.slice(0, MAX_INPUT_LENGTH);
  for (const secret of secrets) {
    if (secret) {
      result = result.replaceAll(secret, REDACTED);
    }
  }
  return result
    .replace(PEM, REDACTED)
    .replace(NAMED_SECRET, `$1${REDACTED}`)
    .replace(JWT, REDACTED)
    .replace(EMAIL, REDACTED)
    .replace(/\p{Cc}+/gu, ' ')
    .slice(0, MAX_LENGTH);
}
