import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { checkUrl, readOptionalUrl } from './readUrl';

const EXAMPLE =
  'https://console.spectrocloud.com/v1/oidc/tenant/{tenant-id}/auth';

/**
 * The authorization endpoint without its last path segment.
 *
 * Only the last segment may go: `https://auth.corp.example/auth` keeps its host.
 */
export function issuerOf(authorizationUrl: URL): string | undefined {
  const segments = authorizationUrl.pathname.split('/');
  const last = segments.pop();
  return last ? `${authorizationUrl.origin}${segments.join('/')}` : undefined;
}

/** Reads issuer and authorization endpoint, either of which gives the other. */
export function readIssuer(
  config: Config,
  key: string,
): { issuer: string; authorizationUrl?: string } {
  const authorizationUrl = config.getOptionalString('authorizationUrl');
  const issuer = readOptionalUrl(
    config,
    'issuer',
    `${key}.issuer`,
    EXAMPLE.slice(0, -'/auth'.length),
  );
  if (issuer && new URL(issuer).search) {
    throw new InputError(
      `Configuration ${key}.issuer contains a query; leave only scheme, host and path, as OpenID Connect demands of an issuer`,
    );
  }
  if (authorizationUrl === undefined) {
    if (issuer === undefined) {
      throw new InputError(
        `Configuration ${key}.authorizationUrl is missing; set it to ${EXAMPLE}`,
      );
    }
    return { issuer };
  }
  const url = checkUrl(authorizationUrl, `${key}.authorizationUrl`, EXAMPLE);
  const derived = issuer ?? issuerOf(url);
  if (derived === undefined) {
    throw new InputError(
      `Configuration ${key}.authorizationUrl has no last path segment, so no issuer can be derived from it; use the form ${EXAMPLE} or set ${key}.issuer`,
    );
  }
  return { issuer: derived, authorizationUrl };
}
