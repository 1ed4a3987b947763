import { getDomain } from 'tldts';

/** The registrable domain, of which somebody else's subdomains of a shared suffix (github.io) are no part. */
function siteOf(hostname: string): string | null {
  return getDomain(hostname, { allowPrivateDomains: true });
}

/** Whether two addresses belong to one site: the same host, or hosts of one registrable domain. */
export function isSameSite(one: string, other: string): boolean {
  const [a, b] = [new URL(one).hostname, new URL(other).hostname];
  const site = siteOf(a);
  return a === b || (site !== null && site === siteOf(b));
}
