import type {
  ActiveSession,
  EndReason,
  SessionManager,
} from '../../session/SessionManager';

/** Sessions in memory, by their handles. */
export class FakeSessions implements SessionManager {
  readonly rows = new Map<string, ActiveSession>();
  readonly ended = new Map<string, EndReason>();

  async open(
    options: Parameters<SessionManager['open']>[0],
  ): ReturnType<SessionManager['open']> {
    const { handle, replaces = [], waitsUntil, ...session } = options;
    const { userEntityRef } = session;
    this.rows.set(
      handle,
      waitsUntil
        ? {
            id: handle,
            ...session,
            userEntityRef: '',
            waiting: { userEntityRef, until: waitsUntil },
          }
        : { id: handle, ...session },
    );
    for (const former of replaces) {
      await this.end({ handle: former, reason: 'replaced' });
    }
    return { setCookie: 'must-not-be-sent', expiresInSeconds: 7 };
  }

  async identify(): Promise<undefined> {
    return undefined;
  }

  async refresh({ handle }: { handle: string }) {
    return this.rows.get(handle);
  }

  async handOver(
    options: Parameters<SessionManager['handOver']>[0],
  ): ReturnType<SessionManager['handOver']> {
    const { handle, to } = options;
    const row = this.rows.get(handle);
    if (!row) {
      return undefined;
    }
    this.rows.delete(handle);
    this.rows.set(to.handle, {
      ...row,
      userEntityRef: to.userEntityRef,
      waiting: undefined,
    });
    return { setCookie: `for ${to.userEntityRef}` };
  }

  async end(options: {
    handle: string;
    reason: EndReason;
  }): Promise<string | undefined> {
    const { handle, reason } = options;
    const idToken = this.rows.get(handle)?.tokens.idToken;
    if (this.rows.delete(handle)) {
      this.ended.set(handle, reason);
    }
    return idToken;
  }

  async noteUser(): Promise<Date | undefined> {
    return undefined;
  }

  async endByCookie(): Promise<void> {}

  async wasReplaced(handle: string): Promise<boolean> {
    return this.ended.get(handle) === 'replaced';
  }
}
