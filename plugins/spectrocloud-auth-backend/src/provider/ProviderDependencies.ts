import type {
  HttpAuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { LoginCookies } from '../login/LoginCookies';
import type { OwnerResolvers } from '../resolvers/OwnerResolvers';
import type { SessionManager } from '../session/SessionManager';
import type { ClientAddresses } from './ClientAddresses';
import type { LoginJournal } from './LoginJournal';

/** What the handlers of every environment share. */
export interface ProviderDependencies {
  /** Where the spectrocloud plugin is, as the browser sees it. */
  apiTokenPath: string;
  sessions: SessionManager;
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
  loginCookies: LoginCookies;
  clientAddresses: ClientAddresses;
  journal: LoginJournal;
  /** Is told of each environment's resolver. */
  owners: Pick<OwnerResolvers, 'add'>;
  httpAuth: HttpAuthService;
  logger: LoggerService;
}

/** What is known of one environment's surroundings. */
export interface AppContext {
  appUrl: string;
  baseUrl: string;
  isOriginAllowed(origin: string): boolean;
}
