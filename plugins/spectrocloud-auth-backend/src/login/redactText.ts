const MAX_LENGTH = 300;
/** Patterns see no more than this, so that their time stays bounded whatever arrives. */
const MAX_READ = 2_000;
/** Three or two dot-separated base64url parts that begin like a JSON object: a JWT, whole or cut. */
const JWT = /eyJ[\w-]{4,}(\.[\w-]*){0,2}/g;
/** Its sign may be encoded, in the URL of a catalog that failed, say. */
const EMAIL = /[^\s@"'<>]{1,64}(?:@|%40)[^\s@"'<>]{1,255}/g;

/** Makes text from elsewhere fit for a log line: no token, no e-mail address, no line break. */
export function redactText(text: string): string {
  return (
    text
      .slice(0, MAX_READ)
      .replace(JWT, '[token]')
      .replace(EMAIL, '[e-mail]')
      // Control characters would let a remote text forge log lines.
      .replace(/\p{Cc}+/gu, ' ')
      .slice(0, MAX_LENGTH)
  );
}
