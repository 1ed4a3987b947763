import * as client from 'openid-client';
import type { EnvironmentConfig } from '../config/EnvironmentConfig';
import { isSameSite } from '../config/isSameSite';
import { isSafeTransport } from '../config/readUrl';
import { LoginFailure } from '../login/LoginFailure';
import { redactText } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { normaliseDiscovery } from './paletteDeviations';
import { type Fetch, toCustomFetch, transformJson } from './paletteFetch';

/** What is known of Palette's OpenID provider. */
export type Endpoints = client.ServerMetadata & {
  issuer: string;
  authorization_endpoint: string;
  token_endpoint: string;
  jwks_uri: string;
};

type EndpointKey = 'authorizationUrl' | 'tokenUrl' | 'jwksUrl';

/** Whether Palette is on this machine, by plain http. */
export function isInsecure(environment: EnvironmentConfig): boolean {
  const { issuer, tokenUrl, authorizationUrl } = environment;
  return [issuer, tokenUrl, authorizationUrl].some(url =>
    url?.startsWith('http:'),
  );
}

/** Replaces a last path segment `auth`; nothing else of the address. */
function siblingOf(url: string, segment: string): string | undefined {
  const sibling = new URL(url);
  if (!sibling.pathname.endsWith('/auth')) {
    return undefined;
  }
  sibling.pathname = sibling.pathname.replace(/auth$/, segment);
  sibling.search = '';
  return sibling.href;
}

function isNotFound(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Response && cause.status === 404;
}

/** @returns undefined when Palette has no discovery document */
async function discover(
  environment: EnvironmentConfig,
  fetch: Fetch,
): Promise<client.ServerMetadata | undefined> {
  try {
    const configuration = await client.discovery(
      new URL(environment.issuer),
      environment.clientId,
      undefined,
      client.None(),
      {
        algorithm: 'oidc',
        timeout: environment.timeoutMs / 1000,
        [client.customFetch]: toCustomFetch(
          transformJson(fetch, normaliseDiscovery),
        ),
        execute: isInsecure(environment) ? [client.allowInsecureRequests] : [],
      },
    );
    return configuration.serverMetadata();
  } catch (error) {
    if (isNotFound(error)) {
      return undefined;
    }
    throw error;
  }
}

function isAcceptable(
  environment: EnvironmentConfig,
  key: EndpointKey,
  value: string,
): boolean {
  if (!URL.canParse(value)) {
    return false;
  }
  const url = new URL(value);
  return (
    isSafeTransport(url) &&
    (url.protocol === 'https:' || isInsecure(environment)) &&
    // Secrets go nowhere but to the issuer's own site unasked.
    (environment[key] === value || isSameSite(environment.issuer, value))
  );
}

function requireEndpoint(
  environment: EnvironmentConfig,
  name: string,
  key: EndpointKey,
  value: string | undefined,
): string {
  if (!value || !isAcceptable(environment, key, value)) {
    throw new LoginFailure(
      'misconfigured',
      new Error(
        `Palette's ${name} of ${environment.issuer} is ${value ? `not an address of the issuer's site (${redactText(value)})` : 'neither discovered nor derivable'}; set ${environment.key}.${key}`,
      ),
    );
  }
  return value;
}

/**
 * Finds Palette's endpoints: as configured, else as discovered, else derived
 * from the authorization endpoint.
 */
export async function findEndpoints(
  environment: EnvironmentConfig,
  fetch: Fetch,
): Promise<Endpoints> {
  const { tokenUrl, jwksUrl } = environment;
  const discovered =
    tokenUrl && jwksUrl ? undefined : await discover(environment, fetch);
  const authorizationUrl =
    environment.authorizationUrl ??
    discovered?.authorization_endpoint ??
    `${environment.issuer.replace(/\/$/, '')}/auth`;
  const derive = (segment: string) =>
    discovered ? undefined : siblingOf(authorizationUrl, segment);
  const userInfo = discovered?.userinfo_endpoint;
  return {
    ...discovered,
    userinfo_endpoint:
      userInfo && isAcceptable(environment, 'tokenUrl', userInfo)
        ? userInfo
        : undefined,
    issuer: discovered?.issuer ?? environment.issuer,
    authorization_endpoint: requireEndpoint(
      environment,
      'authorization endpoint',
      'authorizationUrl',
      authorizationUrl,
    ),
    token_endpoint: requireEndpoint(
      environment,
      'token endpoint',
      'tokenUrl',
      tokenUrl ?? discovered?.token_endpoint ?? derive('token'),
    ),
    jwks_uri: requireEndpoint(
      environment,
      'key set',
      'jwksUrl',
      jwksUrl ?? discovered?.jwks_uri ?? derive('keys'),
    ),
  };
}
