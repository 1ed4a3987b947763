import { isError } from '@backstage/errors';
import { ReauthenticationDeclinedError } from './ReauthenticationDeclinedError';
import type { ReauthenticationSession } from './ReauthenticationSession';

const DECLINED = 'RejectedError';

/** What had happened at a gate when a request was sent. */
export interface GateMark {
  readonly renewals: number;
  readonly signIns: number;
  readonly declines: number;
}

/**
 * Where the requests of one auth environment wait for a new session: however
 * many they are, one silent refresh and one dialog serve them all.
 */
export class ReauthenticationGate {
  readonly #session: ReauthenticationSession;
  readonly #environment: string;
  #renewals = 0;
  #signIns = 0;
  #declines = 0;
  #refresh?: Promise<boolean>;
  #signIn?: Promise<void>;

  constructor(session: ReauthenticationSession, environment: string) {
    this.#session = session;
    this.#environment = environment;
  }

  mark(): GateMark {
    return {
      renewals: this.#renewals,
      signIns: this.#signIns,
      declines: this.#declines,
    };
  }

  /**
   * A session that may serve the request, preferably without asking.
   *
   * @param sent - the mark of the moment at which the refused request was sent
   */
  async renew(sent: GateMark): Promise<void> {
    this.#throwIfDeclinedSince(sent);
    if (this.#renewals > sent.renewals || this.#signIns > sent.signIns) {
      return;
    }
    if (!this.#signIn && (await this.#refreshOnce())) {
      return;
    }
    await this.signIn(sent);
  }

  /** The user's own sign-in, unless there was one since the refused request was sent. */
  async signIn(sent: GateMark): Promise<void> {
    this.#throwIfDeclinedSince(sent);
    if (this.#signIns > sent.signIns) {
      return;
    }
    this.#signIn ??= this.#askUser(sent).finally(() => {
      this.#signIn = undefined;
    });
    await this.#signIn;
  }

  /**
   * The user declined; the first of the requests that learn of it signs them out.
   *
   * @param sent - the mark of the moment at which the request was sent
   */
  decline(cause: unknown, sent: GateMark): ReauthenticationDeclinedError {
    if (this.#declines === sent.declines) {
      this.#declines += 1;
      // Signing out may navigate away and never settle; the requests do not wait for it.
      this.#session.signOut(this.#environment).catch(() => undefined);
    }
    return new ReauthenticationDeclinedError(this.#environment, cause);
  }

  async #refreshOnce(): Promise<boolean> {
    this.#refresh ??= this.#session
      .refresh(this.#environment)
      .then(renewed => {
        if (renewed) this.#renewals += 1;
        return renewed;
      })
      .finally(() => {
        this.#refresh = undefined;
      });
    return this.#refresh;
  }

  async #askUser(sent: GateMark): Promise<void> {
    try {
      await this.#session.signIn(this.#environment);
    } catch (error) {
      throw isDecline(error) ? this.decline(error, sent) : error;
    }
    this.#signIns += 1;
  }

  #throwIfDeclinedSince(sent: GateMark): void {
    if (this.#declines > sent.declines) {
      throw new ReauthenticationDeclinedError(this.#environment);
    }
  }
}

/** Whether an error says that the user turned the framework's sign-in dialog down. */
export function isDecline(error: unknown): boolean {
  return isError(error) && error.name === DECLINED;
}
