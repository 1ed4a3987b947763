import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import type { BasicPermission } from '@backstage/plugin-permission-common';
import type { PermissionGate } from '../permissions/PermissionGate';
import { PaletteReader, type ReaderDeps } from '../reads/PaletteReader';

/** What actions are made of. */
export interface ActionRunnerOptions {
  gate: PermissionGate;
  readers: ReaderDeps;
}

/** Runs actions as whoever invokes them, behind the same checks as the HTTP API. */
export class ActionRunner {
  readonly #options: ActionRunnerOptions;

  constructor(options: ActionRunnerOptions) {
    this.#options = options;
  }

  /** What hides an action from who lacks the permission; nothing where permissions are switched off. */
  visibleWith(permission: BasicPermission): BasicPermission | undefined {
    return this.#options.gate.enabled ? permission : undefined;
  }

  /** A reader for the invoker, who needs the permission. */
  async open(request: {
    credentials: BackstageCredentials;
    permission: BasicPermission;
    operation: string;
    instance?: string;
  }): Promise<PaletteReader> {
    const { gate, readers } = this.#options;
    const { credentials, permission, operation, instance } = request;
    const rights = await gate.rightsOf({ credentials }, [permission]);
    rights.require([permission]);
    return PaletteReader.open(
      { credentials, instance, operation, allowServiceToken: true },
      readers,
    );
  }

  /**
   * A reader that holds nothing from before, for a user who changes something and needs the
   * permission.
   *
   * @throws `NotAllowedError` for anybody else, services among them whatever the configuration says
   */
  async openForUser(request: {
    credentials: BackstageCredentials;
    permission: BasicPermission;
    operation: string;
    instance?: string;
  }): Promise<{ reader: PaletteReader; userEntityRef: string }> {
    const { gate, readers } = this.#options;
    const { credentials, permission, operation, instance } = request;
    const rights = await gate.rightsOf({ credentials }, [permission]);
    rights.require([permission]);
    if (!readers.auth.isPrincipal(credentials, 'user')) {
      throw new NotAllowedError('Only users change anything at Palette');
    }
    const { userEntityRef } = credentials.principal;
    const reader = await PaletteReader.open(
      {
        credentials,
        instance,
        operation,
        allowServiceToken: false,
        fresh: true,
      },
      readers,
    );
    return { reader, userEntityRef };
  }

  /** Whether the invoker has a further permission. */
  async allows(
    credentials: BackstageCredentials,
    permission: BasicPermission,
  ): Promise<boolean> {
    const { gate } = this.#options;
    const rights = await gate.rightsOf({ credentials }, [permission]);
    return rights.allows(permission);
  }
}
