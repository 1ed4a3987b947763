import type { DatabaseService } from '@backstage/backend-plugin-api';
import {
  mockServices,
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { ConfigReader } from '@backstage/config';
import { apiTokenCookieName } from '@terasky/backstage-plugin-spectrocloud-common';
import {
  type SessionDevice,
  createTokenStore,
  Keyring,
  type TokenCacheStores,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import type { Knex } from 'knex';
import { ConnectTickets } from '../connecting/ConnectTickets';
import { createSessionContext } from '../createSessionContext';
import { createSessionManager } from '../createSessions';
import { endSession } from '../ending/endSession';
import {
  handOutIdToken,
  handOutSessionToken,
  type HandOutRequest,
} from '../handOut/handOutTokens';
import type { SessionContext } from '../SessionContext';
import type {
  RenewIdToken,
  ResolveOwner,
  RevokeRefreshToken,
  SessionEnvironment,
} from '../SessionEnvironment';
import type { OpenedSession, PaletteTokens } from '../SessionManager';
import {
  listUserSessions,
  revokeUserSession,
  revokeUserSessions,
} from '../userSessions/userSessions';
import { DANA, EVE, FakePalette, type FakeUser } from './FakePalette';

export const ENVIRONMENT = 'production';
const ENVIRONMENTS = [ENVIRONMENT, 'staging'];
export const START = new Date('2026-11-23T12:00:00.000Z');
export const HANDLE = 'handle-of-danas-browser';
export const USER = 'user:default/dana';
export const OWNER = { userEntityRef: USER, environment: ENVIRONMENT };
const ISSUER = 'https://palette.example/v1/oidc/tenant/demo';
const POSTGRES = 'BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING';

const resolveOwner: ResolveOwner = async ({ identity }) =>
  identity.userUid === EVE.userUid ? 'user:default/eve' : USER;

/** The databases that tests can run on here. */
export function createTestDatabases(): TestDatabases {
  const ids: TestDatabaseId[] = ['SQLITE_3'];
  if (process.env[POSTGRES]) {
    ids.push('POSTGRES_15');
  } else {
    process.stderr.write(
      `skipped: no PostgreSQL, since ${POSTGRES} is not set\n`,
    );
  }
  return TestDatabases.create({ ids, disableDocker: true });
}

/** What can be done with the sessions of a replica. */
function withContext(context: SessionContext) {
  const { pendingEnds, revoker } = context;
  return {
    context,
    pendingEnds,
    revoker,
    sessions: createSessionManager(context),
    connectTickets: new ConnectTickets(context),
    ender: { end: endSession.bind(undefined, context) },
    handOut: {
      sessionToken: async (request: HandOutRequest) =>
        handOutSessionToken(context, request),
      idToken: handOutIdToken.bind(undefined, context),
    },
    userSessions: {
      list: listUserSessions.bind(undefined, context),
      revoke: revokeUserSession.bind(undefined, context),
      revokeAll: async (
        userEntityRef: string,
        sealedCookies?: Array<string | undefined>,
      ) => revokeUserSessions(context, userEntityRef, sealedCookies),
    },
  };
}

/** A replica of the auth plugin, as far as sessions go. */
export interface Replica extends ReturnType<typeof withContext> {
  audited: Array<{ eventId: string; meta?: object }>;
  /** What was counted: the metric and its attribute. */
  measured: string[];
  published: Array<{ topic: string; eventPayload: unknown }>;
}

/** Sessions on a database that replicas share, with a Palette and a clock of the test's. */
export class SessionsHarness {
  readonly palette: FakePalette;
  readonly knex: Knex;
  readonly logs: string[] = [];
  now: Date = START;
  renewIdToken: RenewIdToken = async () => {
    throw new Error('There is no refresh grant');
  };
  /** The refresh tokens that the OpenID provider has revoked. */
  readonly revokedRefreshTokens: string[] = [];
  revokeRefreshToken: RevokeRefreshToken = async ({ refreshToken }) => {
    this.revokedRefreshTokens.push(refreshToken);
  };
  /** The catalog's users by their Palette users. */
  resolveOwner: ResolveOwner = resolveOwner;
  settings: Partial<SessionEnvironment> = {};
  readonly #replicas: Replica[] = [];
  #keys: [string, ...string[]] = ['secret of the keyring'];

  private constructor(knex: Knex, palette: FakePalette) {
    this.knex = knex;
    this.palette = palette;
  }

  static async start(knex: Knex): Promise<SessionsHarness> {
    const holder: { harness?: SessionsHarness } = {};
    const palette = await FakePalette.start(() => holder.harness?.now ?? START);
    holder.harness = new SessionsHarness(knex, palette);
    await holder.harness.stores().sweep();
    return holder.harness;
  }

  /** Back to an empty store at the start of time. */
  async reset(): Promise<void> {
    this.now = START;
    this.#replicas.length = 0;
    this.settings = {};
    this.resolveOwner = resolveOwner;
    this.logs.length = 0;
    this.revokedRefreshTokens.length = 0;
    this.revokeRefreshToken = async ({ refreshToken }) => {
      this.revokedRefreshTokens.push(refreshToken);
    };
    this.#keys = ['secret of the keyring'];
    this.palette.reset();
    await this.wipe();
    await this.knex('spectrocloud_tombstones').delete();
    await this.knex('spectrocloud_used_states').delete();
    await this.knex('spectrocloud_revocations').delete();
  }

  /** Loses the rows, as a database does that is restored from long ago. */
  async wipe(): Promise<void> {
    await this.knex('spectrocloud_sessions').delete();
  }

  async stop(): Promise<void> {
    await this.palette.stop();
  }

  after(minutes: number): void {
    this.now = new Date(START.getTime() + minutes * 60_000);
  }

  /** Waits for what replicas ask of Palette in the background. */
  async settled(): Promise<void> {
    await Promise.all(this.#replicas.map(({ revoker }) => revoker.workOff()));
  }

  useKeys(...keys: [string, ...string[]]): void {
    this.#keys = keys;
  }

  get keyring(): Keyring {
    return Keyring.fromSecrets(this.#keys);
  }

  stores(): TokenCacheStores {
    return createTokenStore({
      database: { getClient: async () => this.knex },
      keyring: this.keyring,
      logger: mockServices.logger.mock(),
      now: () => this.now,
    });
  }

  replica(options?: {
    database?: DatabaseService;
    /** The auth environments whose tokens are for a Palette; all of them by default. */
    palettesOf?: string[];
    /** What the event bus does. */
    publish?: () => Promise<void>;
  }): Replica {
    const audited: Replica['audited'] = [];
    const published: Replica['published'] = [];
    const measured: string[] = [];
    const measure = (name: string) => (_: number, attributes?: object) => {
      measured.push([name, ...Object.values(attributes ?? {})].join(' '));
    };
    const log = (message: string) => {
      this.logs.push(message);
    };
    const environment = (name: string): SessionEnvironment => ({
      name,
      issuer: ISSUER,
      hasResolvers: true,
      timeoutMs: 1_000,
      sessionDurationMs: 30 * 24 * 3_600_000,
      sessionIdleTimeoutMs: 7 * 24 * 3_600_000,
      revokeOnSignOut: true,
      maxSessionsPerUser: 100,
      cookie: {
        apiTokenName: apiTokenCookieName({
          environment: name,
          isDefault: name === ENVIRONMENT,
        }),
        apiTokenPath: '/api/spectrocloud',
        secure: true,
        sameSite: 'lax',
        authPath: '/api/auth/spectrocloud',
      },
      ...this.settings,
    });
    const context = createSessionContext({
      services: {
        auditor: mockServices.auditor.mock({
          createEvent: async event => {
            audited.push(event);
            return { success: async () => {}, fail: async () => {} };
          },
        }),
        database: options?.database ?? { getClient: async () => this.knex },
        events: mockServices.events.mock({
          publish: async event => {
            published.push(event);
            await options?.publish?.();
          },
        }),
        metrics: metricsServiceMock.mock({
          createCounter: name => ({ add: measure(name) }),
          createHistogram: name => ({ record: measure(name) }),
        }),
        logger: mockServices.logger.mock({
          debug: log,
          info: log,
          warn: log,
          error: log,
        }),
      },
      callDuration: { record: () => {} },
      config: new ConfigReader({
        spectrocloud: {
          environments: (options?.palettesOf ?? ENVIRONMENTS).map(name => ({
            name,
            url: this.palette.url,
            authEnvironment: name,
          })),
        },
      }),
      environments: ENVIRONMENTS.map(environment),
      renewIdToken: request => this.renewIdToken(request),
      revokeRefreshToken: request => this.revokeRefreshToken(request),
      resolveOwner: request => this.resolveOwner(request),
      keyring: this.keyring,
      now: () => this.now,
    });
    const replica = { ...withContext(context), audited, measured, published };
    this.#replicas.push(replica);
    return replica;
  }

  /** Signs a user in, with tokens of the fake Palette. */
  async signIn(
    options: {
      user?: FakeUser;
      /** Whose session token Palette gave along. */
      tokenOf?: FakeUser;
      userEntityRef?: string;
      handle?: string;
      environment?: string;
      tokens?: PaletteTokens;
      lifeMinutes?: number;
      binding?: 'sign-in' | 'connect';
      replaces?: string;
      waitsUntil?: Date;
      device?: SessionDevice;
    } = {},
    replica = this.replica(),
  ): Promise<{
    opened: OpenedSession;
    setCookie?: string;
    sealedCookie?: string;
    token: string;
  }> {
    const { user = DANA } = options;
    const token = this.palette.token(
      options.tokenOf ?? user,
      options.lifeMinutes,
    );
    const opened = await replica.sessions.open({
      handle: options.handle ?? HANDLE,
      userEntityRef: options.userEntityRef ?? USER,
      environment: options.environment ?? ENVIRONMENT,
      subject: { issuer: ISSUER, subject: user.userUid, email: user.email },
      claims: { sub: user.userUid, name: 'Dana', groups: ['a', 'b'] },
      binding: options.binding ?? 'sign-in',
      replaces: options.replaces ? [options.replaces] : [],
      waitsUntil: options.waitsUntil,
      device: options.device,
      tokens: {
        sessionToken: token,
        idToken: 'id-token',
        idTokenExpiresAt: new Date(this.now.getTime() + 3_600_000),
        ...options.tokens,
      },
    });
    const { setCookie } = opened;
    return { opened, setCookie, sealedCookie: cookieValue(setCookie), token };
  }
}

/** The value of a cookie in its `Set-Cookie` header. */
export function cookieValue(setCookie: string | undefined): string | undefined {
  return setCookie?.match(/^[^=]+=([^;]*)/)?.[1];
}
