/**
 * An address in a URL, encoded or not: after a sign that ends what is before it.
 * Bounded, so that its time is, too.
 */
const EMAIL =
  /(?<=^|[\s/?&=,;:]|%[\da-f]{2})(?:[^\s/?&=,;:%]|%2b){1,64}(?:@|%40)[^\s/?&=,;:%]{1,255}/gi;

/** Takes e-mail addresses out of a URL that is to be logged. */
export function redactEmails(url: string): string {
  return url.replace(EMAIL, 'redacted');
}
