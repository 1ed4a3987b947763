const REDACTED = '[redacted]';
const DEFAULT_MAX_LENGTH = 500;
/** Patterns see no more than this, so that their time stays bounded whatever arrives. */
const MAX_READ = 2_000;
/** Up to five dot-separated base64url parts, the first of which begins like a JSON object: a JWT, whole or cut. */
const JWT = /eyJ[\w-]{4,}(?:\.[\w-]*){0,4}/g;
/** `"password": "..."`, `apiKey=...` and their like, up to the end of the value. */
const NAMED_SECRET =
  /((?:api[_-]?key|authorization|token|password|passwd|secret[a-z]{0,20}|private[_-]?key|activationLink|credentials?)["']?\s*[:=]\s*)("(?:[^"\\]|\\.)*"|'[^']*'|[^\s,;}&]+(?:\s+eyJ\S+)?)/gi;
/** Its sign may be encoded, in the URL of a call that failed, say. */
const EMAIL = /[^\s@"'<>]{1,64}(?:@|%40)[^\s@"'<>,;:]{1,255}/gi;
const PEM = /-----BEGIN [^-]+-----[\s\S]*?(?:-----END [^-]+-----|$)/g;

/**
 * Makes text from elsewhere fit for a log line: no token, key, password or
 * e-mail address, no line break, and no more than so many characters.
 *
 * @param options - `secrets`: values to take out wherever they stand;
 *   `maxLength`: in characters, 500 by default
 * @public
 */
export function redactText(
  text: string,
  options: { secrets?: ReadonlyArray<string>; maxLength?: number } = {},
): string {
  const { secrets = [], maxLength = DEFAULT_MAX_LENGTH } = options;
  let read = text.slice(0, MAX_READ);
  for (const secret of secrets) {
    if (secret) {
      read = read.replaceAll(secret, REDACTED);
    }
  }
  return (
    read
      .replace(PEM, REDACTED)
      .replace(NAMED_SECRET, `$1${REDACTED}`)
      .replace(JWT, '[token]')
      .replace(EMAIL, '[e-mail]')
      // Control characters would let a remote text forge log lines.
      .replace(/\p{Cc}+/gu, ' ')
      .slice(0, maxLength)
  );
}
