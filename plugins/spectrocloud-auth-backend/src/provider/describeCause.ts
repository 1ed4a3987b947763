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

function describe(error: unknown): string {
  if (!(error instanceof Error)) {
    return '';
  }
  // Bodies and parameters that the OpenID libraries hang on their errors hold tokens: only texts are taken.
  const code = 'code' in error ? ` [${String(error.code)}]` : '';
  return `: ${error.name}${code} ${error.message}${describe(error.cause)}`;
}

/** What was behind a failure, for the log. */
export function describeCause(cause: unknown): string {
  return redactText(describe(cause));
}
