import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { getDomain } from 'tldts';

/**
 * Reads the domain for the cookie that other back ends of the same site need.
 *
 * @param urls - addresses of the backend, all of whose hosts it must cover
 */
export function readCookieDomain(
  config: Config,
  fullKey: string,
  urls: string[],
): string | undefined {
  const configured = config.getOptionalString('cookieDomain');
  if (configured === undefined) {
    return undefined;
  }
  const key = `${fullKey}.cookieDomain`;
  const domain = configured.toLowerCase().replace(/^\./, '');
  // A public suffix (com, co.uk, github.io) would be everybody's.
  if (getDomain(domain, { allowPrivateDomains: true }) === null) {
    throw new InputError(
      `Configuration ${key} is '${configured}', which browsers refuse as a cookie's domain; give a domain of your own such as example.com, or leave it out`,
    );
  }
  for (const { hostname } of urls.map(url => new URL(url))) {
    if (hostname !== domain && !hostname.endsWith(`.${domain}`)) {
      throw new InputError(
        `Configuration ${key} is '${configured}', which does not cover the backend's host '${hostname}'; give that host or a domain above it, or leave it out`,
      );
    }
  }
  return domain;
}
