import { redactText } from '../login/redactText';

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
