import { redactCallbackUrl } from '@terasky/backstage-plugin-spectrocloud-auth-backend';
import { redactEmails } from '../redactEmails';

/** Attributes that hold a URL with its query, by today's semantic conventions and the former ones. */
const URL_ATTRIBUTES = ['url.full', 'http.url', 'http.target'];
const PATH = 'url.path';
const QUERY = 'url.query';

/**
 * Takes authorization codes of sign-in callbacks, and e-mail addresses, out of the
 * URLs of spans: before the processor that exports them.
 */
export class RedactingSpanProcessor {
  onStart(): void {}

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

  async forceFlush(): Promise<void> {}

  async shutdown(): Promise<void> {}
}
