import * as client from 'openid-client';
import type { EnvironmentConfig } from '../config/EnvironmentConfig';
import { isSameSite } from '../config/isSameSite';
import { isSafeTransport } from '../config/readUrl';
import { LoginFailure } from '../login/LoginFailure';
import { redactText } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import {
  type Discovery,
  discover,
  isInsecure,
  tryDiscovery,
} from './discovery';
import type { Fetch } from './paletteFetch';
import { refuseUnsupportedDemands } from './unsupportedDemands';

/** What is known of Palette's OpenID provider. */
export type Endpoints = client.ServerMetadata & {
  issuer: string;
  authorization_endpoint: string;
  token_endpoint: string;
  jwks_uri: string;
};

type EndpointKey = 'authorizationUrl' | 'tokenUrl' | 'jwksUrl';

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

/** Endpoints, and how they were found. */
export interface FoundEndpoints {
  endpoints: Endpoints;
  discovery: Discovery;
}

/**
 * Finds Palette's endpoints: as configured, else as discovered, else derived
 * from the authorization endpoint.
 *
 * @throws LoginFailure, or what asking for the discovery document throws
 */
export async function findEndpoints(
  environment: EnvironmentConfig,
  fetch: Fetch,
): Promise<FoundEndpoints> {
  const { tokenUrl, jwksUrl } = environment;
  const discovery =
    tokenUrl && jwksUrl
      ? await tryDiscovery(environment, fetch)
      : await discover(environment, fetch);
  const { metadata } = discovery;
  if (metadata) {
    refuseUnsupportedDemands(metadata);
  }
  const authorizationUrl =
    environment.authorizationUrl ??
    metadata?.authorization_endpoint ??
    `${environment.issuer.replace(/\/$/, '')}/auth`;
  const derive = (segment: string) =>
    metadata ? undefined : siblingOf(authorizationUrl, segment);
  const ifAcceptable = (value: string | undefined) =>
    value && isAcceptable(environment, 'tokenUrl', value) ? value : undefined;
  const endpoints = {
    ...metadata,
    userinfo_endpoint: ifAcceptable(metadata?.userinfo_endpoint),
    revocation_endpoint: ifAcceptable(metadata?.revocation_endpoint),
    issuer: metadata?.issuer ?? environment.issuer,
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
      tokenUrl ?? metadata?.token_endpoint ?? derive('token'),
    ),
    jwks_uri: requireEndpoint(
      environment,
      'key set',
      'jwksUrl',
      jwksUrl ?? metadata?.jwks_uri ?? derive('keys'),
    ),
  };
  return { endpoints, discovery };
}
