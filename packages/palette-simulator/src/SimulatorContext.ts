import type { Creation } from './api/create/Creation';
import type { Faults } from './http/Faults';
import type { RateLimits } from './http/RateLimits';
import type { RequestLog } from './http/RequestLog';
import type { AuthorizationCodes } from './oidc/AuthorizationCodes';
import type { OidcTokens } from './oidc/OidcTokens';
import type { SigningKeys } from './oidc/SigningKeys';
import type { Organisation } from './seed/types';
import type { Authority } from './tls/Authority';
import type { SessionStore } from './sessions/SessionStore';
import type { SimulatorSettings } from './settings';

/** The OAuth client that Palette has registered for Backstage. */
export interface SimulatorClient {
  id: string;
  secret: string;
}

/** Everything that the routers share; there is one for each running simulator. */
export interface SimulatorContext {
  /** Public origin, known once the server listens. */
  url: string;
  /** Origin of the clusters' API servers, known once that server listens. */
  kubernetesUrl: string;
  /** Of clusters whose API server is another than the simulator's own, by their uids. */
  readonly apiServers: Map<string, { url: string; authorityPem: string }>;
  /** Signs the certificates of the simulator's own servers. */
  readonly authority: Authority;
  readonly clock: () => number;
  /** How far the clusters are ahead of the clock. */
  clusterTimeOffsetMs: number;
  readonly client: SimulatorClient;
  organisations: Organisation[];
  settings: SimulatorSettings;
  readonly sessions: SessionStore;
  readonly keys: SigningKeys;
  readonly codes: AuthorizationCodes;
  readonly tokens: OidcTokens;
  readonly log: RequestLog;
  /** Clusters that were created since the start, oldest first. */
  creations: Creation[];
  readonly faults: Faults;
  readonly limits: RateLimits;
  /** Makes the organisations anew, as they were at the start. */
  readonly reseed: () => void;
}

/** The issuer of a tenant; Palette names the tenant in the path. */
export function issuerOf(context: SimulatorContext, tenant: string): string {
  return `${context.url}/v1/oidc/tenant/${tenant}`;
}
