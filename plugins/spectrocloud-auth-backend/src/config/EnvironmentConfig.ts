import type { Config } from '@backstage/config';
import type { CaFile } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import type { AuthorizationParameters } from './readAuthorizationParameters';
import type { ClientAuthentication } from './readClientAuthentication';

/** What one block `auth.providers.spectrocloud.<environment>` says, checked and with its defaults. */
export interface EnvironmentConfig
  extends AuthorizationParameters, ClientAuthentication {
  name: string;
  /** Full configuration key of the block, for messages. */
  key: string;
  /** `sign-in` opens Backstage sessions; `connect` binds Palette to a user who signed in elsewhere. */
  role: 'sign-in' | 'connect';
  clientId: string;
  /** Exact issuer identifier that ID tokens must name. */
  issuer: string;
  /** Where the browser is sent; absent: the discovered endpoint, else `<issuer>/auth`. */
  authorizationUrl?: string;
  tokenUrl?: string;
  jwksUrl?: string;
  /** Further certificate authorities. */
  caFile?: CaFile;
  callbackUrl: string;
  /** Where the provider sends the browser after it has signed it out; absent: it is not asked to. */
  logoutUrl?: string;
  /** Always contains `openid`. */
  scopes: string[];
  timeoutMs: number;
  /** Calls a second; 0 where sign-ins don't queue. */
  tokenEndpointRateLimit: number;
  clockToleranceSeconds: number;
  requireVerifiedEmail: boolean;
  cookieDomain?: string;
  exposeApiToken: boolean;
  sessionDurationMs: number;
  sessionIdleTimeoutMs: number;
  maxSessionsPerUser: number;
  /** How long the catalog may have no user for a session before it ends. */
  missingUserGraceMs: number;
  revokeOnSignOut: boolean;
  /** Whether users whom the catalog doesn't know are announced, and waited for. */
  addMissingUsers: boolean;
  /** Entries of `signIn.resolvers`, names checked; empty where nobody is signed in. */
  resolvers: Config[];
}
