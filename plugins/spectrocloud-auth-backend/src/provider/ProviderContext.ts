import type {
  HttpAuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { AuthResolverContext } from '@backstage/plugin-auth-node';
import type { EnvironmentConfig } from '../config/EnvironmentConfig';
import type { LoginCookies } from '../login/LoginCookies';
import type { RelyingParty } from '../oidc/RelyingParty';
import type { UserResolver } from '../resolvers/findUser';
import type { PendingConnections, SessionManager } from '../session';
import type { ClientAddresses } from './ClientAddresses';
import type { LoginJournal } from './LoginJournal';
import type { MissingUsers } from './MissingUsers';
import type { RedemptionQueue } from './RedemptionQueue';
import type { SessionCookieSettings } from './sessionCookieSettings';

/** Where the app is, and which origins belong to it. */
export interface AppContext {
  appUrl: string;
  isOriginAllowed(origin: string): boolean;
}

/** One environment that is served, with what its logins and sessions need. */
export interface ServedEnvironment {
  config: EnvironmentConfig;
  /** `sign-in` where a resolver names the user, `connect` where a connect ticket does. */
  binding: 'sign-in' | 'connect';
  /** Absent where nobody signs in. */
  resolveUser?: UserResolver;
  relyingParty: RelyingParty;
  /** Absent where sign-ins don't queue. */
  redemptions?: RedemptionQueue;
  cookies: SessionCookieSettings;
  /** Name of the cookie that brings a connect ticket. */
  connectTicketName: string;
}

/** What the four handlers work with. */
export interface ProviderContext {
  environments: ReadonlyMap<string, ServedEnvironment>;
  app: AppContext;
  resolverContext: AuthResolverContext;
  sessions: SessionManager;
  pendingConnections: PendingConnections;
  connectTickets: {
    /** @returns undefined for a ticket that is unknown, used or too old */
    redeem(options: {
      ticket: string;
      environment: string;
    }): Promise<{ userEntityRef: string } | undefined>;
  };
  loginStates: {
    /** @returns false when the state was claimed before */
    claim(stateHash: string, expiresAt: Date): Promise<boolean>;
  };
  missingUsers: MissingUsers;
  loginCookies: LoginCookies;
  clientAddresses: ClientAddresses;
  journal: LoginJournal;
  httpAuth: HttpAuthService;
  logger: LoggerService;
}
