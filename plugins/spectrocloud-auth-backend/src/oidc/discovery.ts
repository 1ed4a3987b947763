import * as client from 'openid-client';
import pTimeout from 'p-timeout';
import type { EnvironmentConfig } from '../config/EnvironmentConfig';
import { normaliseDiscovery } from './paletteDeviations';
import { type Fetch, toCustomFetch, transformJson } from './paletteFetch';

/** How long a document is waited for that isn't needed. */
const OPTIONAL_TIMEOUT_MS = 2_000;
/** Status codes by which a server says "not now", in contrast to "there is nothing". */
const PASSING = new Set([408, 425, 429]);
/** What the library says of an answer that is no discovery document. */
const NO_DOCUMENT = new Set([
  'OAUTH_INVALID_RESPONSE',
  'OAUTH_PARSE_ERROR',
  'OAUTH_RESPONSE_IS_NOT_JSON',
]);

/** What became of asking for the discovery document. */
export interface Discovery {
  /** Absent where there is no document, or it isn't needed and can't be had. */
  metadata?: client.ServerMetadata;
  /** Where it was asked for. */
  url: string;
  /** What came instead of it, for the log. */
  instead?: string;
}

/** Whether Palette is on this machine, by plain http. */
export function isInsecure(environment: EnvironmentConfig): boolean {
  const { issuer, tokenUrl, authorizationUrl } = environment;
  return [issuer, tokenUrl, authorizationUrl].some(url =>
    url?.startsWith('http:'),
  );
}

/** Whether a status means that Palette can't answer now, in contrast to: has nothing there. */
export function isOutage(status: number): boolean {
  return (status >= 500 && status !== 501) || PASSING.has(status);
}

function discoveryUrl(issuer: string): string {
  return `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
}

function statusOf(error: client.ClientError): number | undefined {
  return error.cause instanceof Response ? error.cause.status : undefined;
}

/** @returns undefined where there may be a document another time */
function describeAbsence(error: unknown): string | undefined {
  if (!(error instanceof client.ClientError)) {
    return undefined;
  }
  const status = statusOf(error);
  if (status === undefined || status === 200) {
    return NO_DOCUMENT.has(String(error.code))
      ? 'an answer that is no discovery document'
      : undefined;
  }
  return isOutage(status) ? undefined : `status ${status}`;
}

async function fetchDocument(
  environment: EnvironmentConfig,
  fetch: Fetch,
): Promise<client.ServerMetadata> {
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
}

/**
 * Asks for the discovery document.
 *
 * @throws what the library throws when there may be one, but not now, or it is of another issuer
 */
export async function discover(
  environment: EnvironmentConfig,
  fetch: Fetch,
): Promise<Discovery> {
  const url = discoveryUrl(environment.issuer);
  try {
    return { url, metadata: await fetchDocument(environment, fetch) };
  } catch (error) {
    const instead = describeAbsence(error);
    if (instead === undefined) {
      throw error;
    }
    return { url, instead };
  }
}

/** The same where `tokenUrl` and `jwksUrl` are configured, so that sign-ins work without it. */
export async function tryDiscovery(
  environment: EnvironmentConfig,
  fetch: Fetch,
): Promise<Discovery> {
  try {
    return await pTimeout(discover(environment, fetch), {
      milliseconds: OPTIONAL_TIMEOUT_MS,
    });
  } catch {
    return {
      url: discoveryUrl(environment.issuer),
      instead: 'no usable answer',
    };
  }
}
