import { hash } from 'node:crypto';
import type {
  AuthService,
  BackstageCredentials,
  BackstageUserPrincipal,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import type {
  SpectroCloudSessionToken,
  SpectroCloudTokenService,
} from '../SpectroCloudTokenService';
import { requestSessionToken } from './requestSessionToken';
import type { SessionTokenRequest } from './handOutProtocol';
import { SingleFlight } from '../toolbox/SingleFlight';
import type { TokenMemory, TokenMemoryKey } from './TokenMemory';

type UserCredentials = BackstageCredentials<BackstageUserPrincipal>;

interface Asked {
  credentials: BackstageCredentials;
  environment: string;
  sealedCookie?: string;
}

/** What to ask for; an empty cookie is none, and the auth plugin takes it for a mistake. */
function toRequest({ environment, sealedCookie }: Asked): SessionTokenRequest {
  return { environment, ...(sealedCookie && { sealedCookie }) };
}

/** The value of the sealed cookie in a `Set-Cookie` header, hashed. */
function cookieHashOf(setCookie: string | undefined): string | undefined {
  const value = setCookie?.match(/^[^=;]+=([^;]*)/)?.[1];
  return value === undefined
    ? undefined
    : hash('sha256', decodeURIComponent(value), 'base64url');
}

/** Asks the auth plugin for the caller's token, and remembers it for a moment. */
export class HttpTokenService implements SpectroCloudTokenService {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;
  readonly #memory: TokenMemory;
  readonly #flights = new SingleFlight<SpectroCloudSessionToken>();
  readonly #fetch: typeof fetch;

  constructor(options: HttpTokenServiceOptions) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
    this.#memory = options.memory;
    this.#fetch = options.fetch ?? fetch;
  }

  async getSessionToken(asked: Asked): Promise<SpectroCloudSessionToken> {
    const credentials = this.#requireUser(asked.credentials);
    const key = this.#keyOf(credentials, asked);
    return (
      this.#memory.get(key) ??
      this.#flights.run(JSON.stringify([key]), () =>
        this.#ask(credentials, key, toRequest(asked)),
      )
    );
  }

  async exchangeRefusedToken(
    asked: Asked & { token: string },
  ): Promise<SpectroCloudSessionToken> {
    const credentials = this.#requireUser(asked.credentials);
    const key = this.#keyOf(credentials, asked);
    const refusedTokenSha256 = hash('sha256', asked.token, 'base64url');
    this.#memory.dropToken(key, asked.token);
    return this.#flights.run(JSON.stringify([key, refusedTokenSha256]), () =>
      this.#ask(credentials, key, { ...toRequest(asked), refusedTokenSha256 }),
    );
  }

  async #ask(
    credentials: UserCredentials,
    key: TokenMemoryKey,
    request: SessionTokenRequest,
  ): Promise<SpectroCloudSessionToken> {
    const { token: pluginToken } = await this.#auth.getPluginRequestToken({
      onBehalfOf: credentials,
      targetPluginId: 'auth',
    });
    const answer = await requestSessionToken({
      baseUrl: await this.#discovery.getBaseUrl('auth'),
      pluginToken,
      request,
      fetch: this.#fetch,
    });
    this.#memory.set(key, answer, cookieHashOf(answer.setCookie));
    return answer;
  }

  /** Only users have Palette sessions; a service never gets one, whomever it names. */
  #requireUser(credentials: BackstageCredentials): UserCredentials {
    if (!this.#auth.isPrincipal(credentials, 'user')) {
      throw new NotAllowedError(
        'Palette session tokens are handed to signed-in users only',
      );
    }
    return credentials;
  }

  #keyOf(
    credentials: UserCredentials,
    { environment, sealedCookie }: Asked,
  ): TokenMemoryKey {
    return {
      userEntityRef: credentials.principal.userEntityRef,
      environment,
      cookieHash: sealedCookie ? hash('sha256', sealedCookie, 'base64url') : '',
    };
  }
}

/** What {@link HttpTokenService} needs. */
export interface HttpTokenServiceOptions {
  auth: AuthService;
  discovery: DiscoveryService;
  memory: TokenMemory;
  fetch?: typeof fetch;
}
