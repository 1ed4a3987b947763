import { CookieJar } from '../../__testUtils__/CookieJar';

/** Where a browser has come to: an address of somebody else, or a page of the provider's. */
export interface Arrival {
  url: URL;
  page?: string;
}

const HIDDEN = /<input[^>]*type="hidden"[^>]*>/g;

function unescape(html: string): string {
  return html
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

function hiddenFields(page: string): Record<string, string> {
  const fields = [...page.matchAll(HIDDEN)].map(([input]) => [
    /name="([^"]*)"/.exec(input)?.[1] ?? '',
    unescape(/value="([^"]*)"/.exec(input)?.[1] ?? ''),
  ]);
  return Object.fromEntries(fields);
}

/** A browser at a provider's pages. */
export class ProviderBrowser {
  readonly #cookies = new CookieJar();

  /** Follows redirects within the provider. */
  async open(address: URL, init?: RequestInit): Promise<Arrival> {
    let url = address;
    let request = init;
    for (;;) {
      const response = await fetch(url, {
        ...request,
        redirect: 'manual',
        headers: { cookie: this.#cookies.header(url) },
      });
      this.#cookies.store(url, response.headers);
      const location = response.headers.get('location');
      if (location === null) {
        return { url, page: unescape(await response.text()) };
      }
      const next = new URL(location, url);
      if (next.origin !== url.origin) {
        return { url: next };
      }
      url = next;
      request = undefined;
    }
  }

  /** Sends the form of the page that it has come to. */
  async fill(
    { url, page = '' }: Arrival,
    fields: Record<string, string>,
  ): Promise<Arrival> {
    const action = /action="([^"]+)"/.exec(page)?.[1] ?? '';
    return this.open(new URL(action, url), {
      method: 'POST',
      body: new URLSearchParams({ ...hiddenFields(page), ...fields }),
    });
  }
}
