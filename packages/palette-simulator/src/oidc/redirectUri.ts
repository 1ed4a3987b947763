const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

interface RedirectUriRules {
  /** Origin of Palette itself. */
  paletteUrl: string;
  /** What the tenant's administrator has registered; `*` allowed. */
  registered: readonly string[];
}

/**
 * Palette's rule since 4.9.62: loopback addresses and https addresses of the
 * Palette domain are free, every other callback URL is registered, exactly.
 */
export function isAllowedRedirectUri(
  uri: string,
  rules: RedirectUriRules,
): boolean {
  const url = parse(uri);
  if (!url) {
    return false;
  }
  return (
    LOOPBACK.has(url.hostname) ||
    isPaletteAddress(url, new URL(rules.paletteUrl).hostname) ||
    rules.registered.some(entry => matches(url, entry))
  );
}

/** A usable callback address: http(s), no user info, no fragment. */
function parse(uri: string): URL | undefined {
  if (!URL.canParse(uri)) {
    return undefined;
  }
  const url = new URL(uri);
  const usable =
    (url.protocol === 'https:' || url.protocol === 'http:') &&
    !url.username &&
    !url.password &&
    !uri.includes('#');
  return usable ? url : undefined;
}

function isPaletteAddress(url: URL, paletteHost: string): boolean {
  return (
    url.protocol === 'https:' &&
    (url.hostname === paletteHost || url.hostname.endsWith(`.${paletteHost}`))
  );
}

/** `URL` has lower-cased scheme and host and dropped a default port; the rest is compared as is. */
function matches(url: URL, entry: string): boolean {
  if (!entry.includes('*')) {
    return parse(entry)?.href === url.href;
  }
  const pathAt = entry.indexOf('/', entry.indexOf('://') + '://'.length);
  const host = pathAt < 0 ? entry : entry.slice(0, pathAt);
  const path = pathAt < 0 ? '/' : entry.slice(pathAt);
  // A star in the host never reaches over its end, or any host could match.
  const pattern = wildcard(host, '[^/?#]+') + wildcard(path, '[^?#]*');
  return new RegExp(`^${pattern}$`).test(url.href);
}

function wildcard(text: string, star: string): string {
  return text
    .split('*')
    .map(part => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join(star);
}
