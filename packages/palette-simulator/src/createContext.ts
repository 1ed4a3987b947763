import { Faults } from './http/Faults';
import { RateLimits } from './http/RateLimits';
import { RequestLog } from './http/RequestLog';
import { AuthorizationCodes } from './oidc/AuthorizationCodes';
import { OidcTokens } from './oidc/OidcTokens';
import { SigningKeys } from './oidc/SigningKeys';
import {
  createOrganisation,
  DEMO_SIZE,
  type OrganisationSize,
} from './seed/createOrganisation';
import { SessionStore } from './sessions/SessionStore';
import { Authority } from './tls/Authority';
import type { SimulatorSettings } from './settings';
import type { SimulatorClient, SimulatorContext } from './SimulatorContext';

/** A second, small tenant of the same Palette, to tell tenants apart with. */
const SECOND_TENANT_SIZE: OrganisationSize = {
  projects: 2,
  clusters: 6,
  extraUsers: 0,
};

interface ContextOptions {
  clock: () => number;
  client: SimulatorClient;
  size?: Partial<OrganisationSize>;
  settings: SimulatorSettings;
}

/** What the routers share, with both tenants seeded. */
export async function createContext(
  options: ContextOptions,
): Promise<SimulatorContext> {
  const { clock, client } = options;
  const seed = () => [
    createOrganisation('demo', { ...DEMO_SIZE, ...options.size }),
    createOrganisation('sandbox', SECOND_TENANT_SIZE),
  ];
  const context: SimulatorContext = {
    url: '',
    kubernetesUrl: '',
    apiServers: new Map(),
    authority: await Authority.create(),
    clock,
    clusterTimeOffsetMs: 0,
    client,
    organisations: seed(),
    settings: options.settings,
    sessions: new SessionStore({
      clock,
      ttlSeconds: () => context.settings.sessionTtlSeconds,
      tokenLength: () => context.settings.sessionTokenLength,
    }),
    keys: await SigningKeys.create(),
    codes: new AuthorizationCodes(clock),
    tokens: new OidcTokens(),
    log: new RequestLog(),
    creations: [],
    faults: new Faults(),
    limits: new RateLimits(clock),
    reseed: () => {
      context.organisations = seed();
      context.creations = [];
    },
  };
  return context;
}
