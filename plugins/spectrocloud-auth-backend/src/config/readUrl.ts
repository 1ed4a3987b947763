import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { isLoopback } from '@terasky/backstage-plugin-spectrocloud-token-cache';

/** Whether secrets may travel to this URL: `https:`, or `http:` on the machine itself. */
export function isSafeTransport(url: URL): boolean {
  return (
    url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url))
  );
}

/**
 * Checks a URL that secrets travel to.
 *
 * @throws InputError naming the key, the fault and the remedy
 */
export function checkUrl(value: string, key: string, example: string): URL {
  if (!URL.canParse(value)) {
    throw new InputError(
      `Configuration ${key} is not a URL; give a full address such as ${example}`,
    );
  }
  if (/[{}]/.test(value)) {
    throw new InputError(
      `Configuration ${key} still has a placeholder in braces; put the tenant's id in its place`,
    );
  }
  const url = new URL(value);
  if (!isSafeTransport(url)) {
    throw new InputError(
      `Configuration ${key} uses '${url.protocol}' for host '${url.hostname}'; use https: (http: is allowed for localhost, names below it, 127.0.0.1 and [::1] only)`,
    );
  }
  if (url.username || url.password || url.hash) {
    throw new InputError(
      `Configuration ${key} contains a user name, a password or a fragment; leave only scheme, host, path and query, as in ${example}`,
    );
  }
  return url;
}

/** Reads an optional URL, returned as it is written. */
export function readOptionalUrl(
  config: Config,
  key: string,
  fullKey: string,
  example: string,
): string | undefined {
  const value = config.getOptionalString(key);
  if (value !== undefined) {
    checkUrl(value, fullKey, example);
  }
  return value;
}
