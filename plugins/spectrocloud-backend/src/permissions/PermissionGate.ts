import { hash } from 'node:crypto';
import type {
  BackstageCredentials,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, ServiceUnavailableError } from '@backstage/errors';
import {
  AuthorizeResult,
  type BasicPermission,
} from '@backstage/plugin-permission-common';
import pTimeout from 'p-timeout';
import type { DecisionCache, DecisionOwner } from './DecisionCache';

/** Longer than a database that answers takes; one that never does would hold the request for minutes. */
const PATIENCE_MS = 10_000;

/** What the gate needs. */
export interface PermissionGateOptions {
  permissions: PermissionsService;
  logger: LoggerService;
  decisions: DecisionCache;
  /** `spectrocloud.enablePermissions` */
  enabled: boolean;
}

/** Who asks. */
export interface PermissionCaller {
  credentials: BackstageCredentials;
  /** The `Authorization` header that the credentials were read from; without one, decisions are not shared. */
  authorization?: string;
}

/** What the permission system has said about one caller, all of it asked at once. */
export class Rights {
  readonly #decisions: ReadonlyMap<string, boolean>;

  constructor(decisions: ReadonlyMap<string, boolean>) {
    this.#decisions = decisions;
  }

  /** Whether the caller has the permission. @throws `Error` when that was not asked: a mistake of ours. */
  allows({ name }: BasicPermission): boolean {
    const allowed = this.#decisions.get(name);
    if (allowed === undefined) {
      throw new Error(`The permission '${name}' was not asked for`);
    }
    return allowed;
  }

  /** Lets those pass who have one of the permissions. @throws `NotAllowedError` for everybody else. */
  require(anyOf: BasicPermission[]): void {
    if (!anyOf.some(permission => this.allows(permission))) {
      throw new NotAllowedError(
        `You lack the permission ${anyOf.map(({ name }) => `'${name}'`).join(' or ')}`,
      );
    }
  }
}

/** Asks the permission system, always with the credentials of the request. */
export class PermissionGate {
  readonly #options: PermissionGateOptions;

  constructor(options: PermissionGateOptions) {
    this.#options = options;
  }

  /** Whether the permission system is asked at all. */
  get enabled(): boolean {
    return this.#options.enabled;
  }

  /**
   * Whether the caller has each of the permissions, asked for in one call.
   *
   * @throws `ServiceUnavailableError` when it can't be told.
   */
  async rightsOf(
    caller: PermissionCaller,
    permissions: BasicPermission[],
  ): Promise<Rights> {
    const { decisions, enabled } = this.#options;
    const byName = new Map(permissions.map(one => [one.name, one]));
    const names = [...byName.keys()];
    if (!enabled) return new Rights(new Map(names.map(name => [name, true])));
    const ask = (missing: string[]) =>
      this.#ask(
        caller.credentials,
        missing.map(name => byName.get(name)!),
      );
    const owner = ownerOf(caller);
    const decided = owner
      ? await decisions.decide(owner, names, ask)
      : await ask(names);
    return new Rights(
      new Map(names.map((name, index) => [name, decided[index] === true])),
    );
  }

  async #ask(
    credentials: BackstageCredentials,
    wanted: BasicPermission[],
  ): Promise<boolean[]> {
    const { permissions, logger } = this.#options;
    try {
      const decisions = await pTimeout(
        permissions.authorize(
          wanted.map(permission => ({ permission })),
          { credentials },
        ),
        { milliseconds: PATIENCE_MS },
      );
      return decisions.map(({ result }) => result === AuthorizeResult.ALLOW);
    } catch (error) {
      logger.error(
        'The permission check failed, so the request is not answered',
        error as Error,
      );
      // Not a 403: nobody has decided, and it will pass, a database outage say.
      throw new ServiceUnavailableError(
        'Your permissions can’t be checked at the moment, try again in a few seconds',
      );
    }
  }
}

/** The token itself is not kept in memory for longer than its request. */
function ownerOf({
  credentials,
  authorization,
}: PermissionCaller): DecisionOwner | undefined {
  if (!authorization) return undefined;
  return {
    key: `${JSON.stringify(credentials.principal)} ${hash('sha256', authorization, 'base64url')}`,
    expiresAt: credentials.expiresAt?.getTime(),
  };
}
