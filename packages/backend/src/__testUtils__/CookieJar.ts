/** A cookie as a browser keeps it. */
export interface StoredCookie {
  name: string;
  value: string;
  domain: string;
  path: string;
}

/** The cookies of one browser: host-only, by path, dropped when they expire. */
export class CookieJar {
  #cookies: StoredCookie[] = [];

  /** Takes in the `Set-Cookie` headers of an answer. */
  store(url: URL, headers: Headers): void {
    for (const header of headers.getSetCookie()) {
      const [pair, ...rawAttributes] = header.split(';').map(s => s.trim());
      const at = pair.indexOf('=');
      const attributes = new Map(
        rawAttributes.map(attribute => {
          const [name, ...value] = attribute.split('=');
          return [name.toLowerCase(), value.join('=')];
        }),
      );
      const cookie = {
        name: pair.slice(0, at),
        value: pair.slice(at + 1),
        domain: attributes.get('domain') || url.hostname,
        path: attributes.get('path') || '/',
      };
      this.#cookies = this.#cookies.filter(
        other =>
          other.name !== cookie.name ||
          other.domain !== cookie.domain ||
          other.path !== cookie.path,
      );
      const maxAge = attributes.get('max-age');
      const expires = attributes.get('expires');
      const expired =
        maxAge !== undefined
          ? Number(maxAge) <= 0
          : expires !== undefined && Date.parse(expires) <= Date.now();
      if (!expired) {
        this.#cookies.push(cookie);
      }
    }
  }

  /** Value of the `Cookie` header for a request. */
  header(url: URL): string {
    return this.#cookies
      .filter(
        cookie =>
          cookie.domain === url.hostname &&
          (cookie.path === '/' ||
            url.pathname === cookie.path ||
            url.pathname.startsWith(`${cookie.path.replace(/\/$/, '')}/`)),
      )
      .map(cookie => `${cookie.name}=${cookie.value}`)
      .join('; ');
  }

  /** A cookie by its name, whatever its path. */
  find(name: string): StoredCookie | undefined {
    return this.#cookies.find(cookie => cookie.name === name);
  }

  /** Puts a cookie in by hand, as an attacker who can plant one would. */
  plant(cookie: StoredCookie): void {
    this.#cookies.push(cookie);
  }

  /** Forgets a cookie by its name. */
  remove(name: string): void {
    this.#cookies = this.#cookies.filter(cookie => cookie.name !== name);
  }

  /** Values of all the cookies held. */
  values(): string[] {
    return this.#cookies.map(cookie => cookie.value);
  }

  /** Names of all the cookies held. */
  names(): string[] {
    return this.#cookies.map(cookie => cookie.name);
  }
}
