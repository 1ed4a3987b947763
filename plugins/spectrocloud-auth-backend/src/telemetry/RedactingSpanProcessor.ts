import { redactCallbackUrl } from '../provider/redactRequest';
import { redactEmails } from '../provider/redactEmails';

/** Attributes that hold a URL with its query, by today's semantic conventions and the former ones. */
const URL_ATTRIBUTES = ['url.full', 'http.url', 'http.target'];
const PATH = 'url.path';
const QUERY = 'url.query';

/**
 * Takes authorization codes of sign-in callbacks, and e-mail addresses, out of the
 * URLs of spans: before the processor that exports them. It is a `SpanProcessor` of
 * OpenTelemetry's SDK.
 *
 * @public
 */
export class RedactingSpanProcessor {
  /** A span that begins has no attributes yet that matter. */
  onStart(): void {}

  /** Redacts the URLs in a span's attributes, in place. */
  onEnd({ attributes }: { attributes: Record<string, unknown> }): void {
    const path = String(attributes[PATH] ?? '');
    const redact = (name: string, redactOne: (value: string) => string) => {
      const value = attributes[name];
      if (typeof value === 'string') {
        attributes[name] = redactEmails(redactOne(value));
      }
    };
    URL_ATTRIBUTES.forEach(name => redact(name, redactCallbackUrl));
    redact(PATH, value => value);
    // Only the path tells that it is the query of a callback.
    redact(QUERY, query =>
      redactCallbackUrl(`${path}?${query}`).slice(`${path}?`.length),
    );
  }

  /** There is nothing to flush. */
  async forceFlush(): Promise<void> {}

  /** There is nothing to end. */
  async shutdown(): Promise<void> {}
}
