import type { LoggerService } from '@backstage/backend-plugin-api';
import type { MetricsServiceHistogram } from '@backstage/backend-plugin-api/alpha';
import { createPaletteDispatcher } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import * as client from 'openid-client';
import type { EnvironmentConfig } from '../config/EnvironmentConfig';
import { LoginFailure } from '../login/LoginFailure';
import { PaletteKeys } from './PaletteKeys';
import { clientAuthentication } from './clientAuthentication';
import { type Discovery, isInsecure } from './discovery';
import { type Endpoints, findEndpoints } from './endpoints';
import { normaliseTokenResponse } from './paletteDeviations';
import {
  type Fetch,
  createPaletteFetch,
  fetchThrough,
  toCustomFetch,
  transformJson,
} from './paletteFetch';
import { asymmetric } from './signatureAlgorithms';
import { toLoginFailure } from './toLoginFailure';
import { verifySignedResponses } from './verifySignedResponses';

type Json = Record<string, unknown>;

const FRESH_MS = 3_600_000;
/** How long endpoints that could not be looked up again go on being used. */
const RETRY_MS = 60_000;

/** There is no ID token yet: what can't be verified here is the document. */
function toLookUpFailure(error: unknown): LoginFailure {
  const failure = toLoginFailure(error);
  return failure.reason === 'id_token_rejected'
    ? new LoginFailure('misconfigured', error)
    : failure;
}

/** Palette's OpenID provider, ready to be talked to. */
export interface OidcServer {
  endpoints: Endpoints;
  /** Why sign-ins may fail, where the endpoints are no more than derived. */
  guess?: string;
  configuration: client.Configuration;
  /** The same for its userinfo endpoint, whose responses may be signed. */
  userInfoConfiguration: client.Configuration;
  /** The same, for one call whose token response is to be seen even if the library refuses it. */
  configure(onTokenResponse: (body: Json) => void): client.Configuration;
  keys: PaletteKeys;
  /** Signature algorithms that an ID token may have; never `none`, never HS*. */
  algorithms: string[];
}

/**
 * Knows where Palette's OpenID provider is: looked up at the first need,
 * again after a failure, and hourly.
 */
export class PaletteServer {
  readonly #environment: EnvironmentConfig;
  readonly #isInsecure: boolean;
  readonly #fetch: Fetch;
  readonly #now: () => number;
  readonly #logger: LoggerService;
  #toldGuess = false;
  #known?: { server: OidcServer; freshUntil: number };
  #pending?: Promise<OidcServer>;

  constructor(options: PaletteServerOptions) {
    this.#environment = options.environment;
    this.#isInsecure = isInsecure(options.environment);
    const {
      fetch = fetchThrough(createPaletteDispatcher(options.environment)),
    } = options;
    this.#fetch = createPaletteFetch({
      ...options,
      fetch,
      timeoutMs: options.environment.timeoutMs,
    });
    this.#now = options.now ?? Date.now;
    this.#logger = options.logger;
  }

  /** @throws LoginFailure when Palette can't be looked up and never could before */
  async get(): Promise<OidcServer> {
    if (this.#known && this.#now() < this.#known.freshUntil) {
      return this.#known.server;
    }
    this.#pending ??= this.#lookUp().finally(() => {
      this.#pending = undefined;
    });
    return this.#pending;
  }

  async #lookUp(): Promise<OidcServer> {
    try {
      const { endpoints, discovery } = await findEndpoints(
        this.#environment,
        this.#fetch,
      );
      const server = {
        ...(await this.#connect(endpoints)),
        guess: this.#describeGuess(endpoints, discovery),
      };
      this.#known = { server, freshUntil: this.#now() + FRESH_MS };
      return server;
    } catch (error) {
      const failure = toLookUpFailure(error);
      if (!this.#known || !failure.transient) {
        this.#known = undefined;
        throw failure;
      }
      this.#logger.warn(
        `Palette's endpoints (${this.#environment.key}) could not be looked up again, going on with the known ones: ${failure.reason}`,
      );
      this.#known.freshUntil = this.#now() + RETRY_MS;
      return this.#known.server;
    }
  }

  #describeGuess(
    endpoints: Endpoints,
    { metadata, url, instead }: Discovery,
  ): string | undefined {
    const { key, tokenUrl, jwksUrl } = this.#environment;
    if (metadata || (tokenUrl && jwksUrl)) {
      return undefined;
    }
    const guess = `${url} has no discovery document (${instead}); if the issuer is another, set ${key}.issuer`;
    if (!this.#toldGuess) {
      this.#toldGuess = true;
      this.#logger.warn(
        `Palette's endpoints (${key}) are derived from its authorization endpoint: tokenUrl ${endpoints.token_endpoint}, jwksUrl ${endpoints.jwks_uri}, since ${guess}`,
      );
    }
    return guess;
  }

  async #connect(endpoints: Endpoints): Promise<OidcServer> {
    const previous = this.#known?.server;
    // The same set of keys goes on, or each look-up would lift its limit.
    const keys =
      previous?.keys.url === endpoints.jwks_uri
        ? previous.keys
        : new PaletteKeys(endpoints.jwks_uri, {
            fetch: this.#fetch,
            timeoutMs: this.#environment.timeoutMs,
            now: this.#now,
          });
    const algorithms = asymmetric(
      endpoints.id_token_signing_alg_values_supported,
      ['RS256'],
    );
    const { clientId, clockToleranceSeconds } = this.#environment;
    const verifyingFetch = verifySignedResponses(this.#fetch, {
      keys,
      algorithms: asymmetric(
        endpoints.userinfo_signing_alg_values_supported,
        algorithms,
      ),
      issuer: endpoints.issuer,
      clientId,
      clockToleranceSeconds,
    });
    const authentication = await clientAuthentication(
      this.#environment,
      endpoints.token_endpoint_auth_methods_supported,
    );
    const configure = this.#configurer(endpoints, authentication);
    return {
      endpoints,
      configuration: configure(),
      userInfoConfiguration: this.#configuration(
        endpoints,
        authentication,
        verifyingFetch,
      ),
      configure,
      keys,
      algorithms,
    };
  }

  /** The library's configuration for these endpoints. */
  #configuration(
    endpoints: Endpoints,
    authentication: client.ClientAuth,
    fetch: Fetch,
  ): client.Configuration {
    const { clientId, clockToleranceSeconds, timeoutMs } = this.#environment;
    const configuration = new client.Configuration(
      endpoints,
      clientId,
      { [client.clockTolerance]: clockToleranceSeconds },
      authentication,
    );
    configuration.timeout = timeoutMs / 1000;
    configuration[client.customFetch] = toCustomFetch(fetch);
    if (this.#isInsecure) {
      client.allowInsecureRequests(configuration);
    }
    return configuration;
  }

  #configurer(endpoints: Endpoints, authentication: client.ClientAuth) {
    return (onTokenResponse?: (body: Json) => void) =>
      this.#configuration(
        endpoints,
        authentication,
        transformJson(this.#fetch, (body, url) => {
          if (url !== endpoints.token_endpoint) {
            return body;
          }
          const normal = normaliseTokenResponse(body);
          onTokenResponse?.(normal);
          return normal;
        }),
      );
  }
}

/** What {@link PaletteServer} needs. */
export interface PaletteServerOptions {
  environment: EnvironmentConfig;
  logger: LoggerService;
  /** Times the calls to Palette, in seconds. */
  callDuration?: MetricsServiceHistogram;
  fetch?: Fetch;
  now?: () => number;
}
