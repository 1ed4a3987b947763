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

/** Longer than a database that answers takes; one that never does would hold the request for minutes. */
const PATIENCE_MS = 10_000;

/** What the gate needs. */
export interface PermissionGateOptions {
  permissions: PermissionsService;
  logger: LoggerService;
  /** `spectrocloud.enablePermissions` */
  enabled: boolean;
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
   * Lets those pass who have one of the permissions.
   *
   * @throws `NotAllowedError` for everybody else, `ServiceUnavailableError` when it can't be told.
   */
  async require(
    credentials: BackstageCredentials,
    anyOf: BasicPermission[],
  ): Promise<void> {
    const decisions = await this.#decide(credentials, anyOf);
    if (!decisions.includes(true)) {
      throw new NotAllowedError(
        `You lack the permission ${anyOf.map(({ name }) => `'${name}'`).join(' or ')}`,
      );
    }
  }

  /**
   * Whether the caller has the permission.
   *
   * @throws `ServiceUnavailableError` when it can't be told.
   */
  async allows(
    credentials: BackstageCredentials,
    permission: BasicPermission,
  ): Promise<boolean> {
    const [allowed] = await this.#decide(credentials, [permission]);
    return allowed === true;
  }

  async #decide(
    credentials: BackstageCredentials,
    wanted: BasicPermission[],
  ): Promise<boolean[]> {
    const { permissions, logger, enabled } = this.#options;
    if (!enabled) return wanted.map(() => true);
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
