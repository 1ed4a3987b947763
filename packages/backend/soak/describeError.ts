/** An error in a line, with what caused it. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) {
    return String(error);
  }
  const cause = error.cause ? ` (${describeError(error.cause)})` : '';
  return `${error.name}: ${error.message.slice(0, 300)}${cause}`;
}
