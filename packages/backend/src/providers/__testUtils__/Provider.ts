import type { SignInFailureCode } from '@terasky/backstage-plugin-spectrocloud-common';
import type { Arrival } from './ProviderBrowser';
import type { ServerProcess } from './ServerProcess';

/** The client and the user that every provider under test has. */
export const CLIENT_ID = 'backstage';
export const CLIENT_SECRET = 'backstage-demo-secret';
export const EMAIL = 'ada.admin@spectro.example';
/** How long ID tokens and codes live, in seconds. */
export const TOKEN_LIFE = 8;
export const CODE_LIFE = 10;
/** How long a provider that rotates refresh tokens takes a former one whose answer got lost. */
export const REUSE = '60s';

/** Something that an administrator or a user does, after which the provider refuses. */
export interface Fault {
  begin(): Promise<void>;
  /** Puts it right again. */
  end(): Promise<void>;
}

/** No change, neither there nor back. */
export const NOTHING: Fault = { begin: async () => {}, end: async () => {} };

/** Another OpenID provider in place of Palette's. */
export interface Provider {
  readonly issuer: string;
  readonly server: ServerProcess;
  /** By what they are. */
  readonly faults: Record<string, Fault> & { 'another client secret': Fault };
  /** Takes the user through the pages of an authorization request. */
  visit(authorization: URL, options: { consents: boolean }): Promise<Arrival>;
  /** How many sessions the user has there, where it can tell. */
  countSessions?(): Promise<number>;
}

/** What {@link Provider}s are started with. */
export interface ProviderOptions {
  /** What the variable of its kind names. */
  path: string;
  redirectUri: string;
  /** For its files. */
  folder: string;
}

/** Which provider, and what differs between them. */
export interface ProviderKind {
  /** As docs/troubleshooting.md calls it. */
  name: string;
  /** Environment variable that names what is installed. */
  variable: string;
  start(options: ProviderOptions): Promise<Provider>;
  /** What brings a refresh token. */
  scope: string;
  /** Whether it offers RP-initiated log-out. */
  logsOut: boolean;
  /** Whether it can tell how many sessions a user has. */
  countsSessions: boolean;
  /** Whether its codes can be made to expire soon. */
  expiresCodes: boolean;
  /** Its faults, and what becomes of a sign-in. */
  signInFaults: Array<[fault: string, reason: SignInFailureCode]>;
  /** The same of a renewal. */
  renewalFaults: Array<[fault: string, here: RenewalEnd]>;
}

/** What becomes of a session whose renewal is refused, as the page has it. */
export type RenewalEnd = 'the session ends' | 'the session stays';
