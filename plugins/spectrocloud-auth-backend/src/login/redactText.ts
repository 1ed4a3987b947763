const MAX_LENGTH = 300;
/** Three or two dot-separated base64url parts that begin like a JSON object: a JWT, whole or cut. */
const JWT = /eyJ[\w-]{4,}(\.[\w-]*){0,2}/g;
const EMAIL = /[^\s@"'<>]+@[^\s@"'<>]+/g;

/** Makes text from elsewhere fit for a log line: no token, no e-mail address, no line break. */
export function redactText(text: string): string {
  return (
    text
      .replace(JWT, '[token]')
      .replace(EMAIL, '[e-mail]')
      // Control characters would let a remote text forge log lines.
      .replace(/\p{Cc}+/gu, ' ')
      .slice(0, MAX_LENGTH)
  );
}
