import type { PaletteAuthConnectorOptions } from './PaletteAuthConnectorOptions';
import type { AuthResponse } from './PaletteSession';

/** The back end's tickets live a little longer. */
const LIFE_MS = 8 * 60_000;

/** The ticket by which the next login is begun for the Backstage user, where they signed in in another way; the browser has it as a cookie. */
export class ConnectTicket {
  readonly #options: Pick<
    PaletteAuthConnectorOptions,
    'backend' | 'isSecondProvider' | 'now'
  >;
  #fetchedAt = -Infinity;

  constructor(
    options: Pick<
      PaletteAuthConnectorOptions,
      'backend' | 'isSecondProvider' | 'now'
    >,
  ) {
    this.#options = options;
  }

  /** Has one ready, so that the click on a button opens the popup at once. */
  async prepare(): Promise<void> {
    const { backend, isSecondProvider, now } = this.#options;
    if (now() - this.#fetchedAt < LIFE_MS) {
      return;
    }
    if (await isSecondProvider()) {
      await backend.prepareConnection();
      this.#fetchedAt = now();
    }
  }

  /**
   * A connected session counts only once the Backstage user for whom the login
   * was begun has fetched it, so that nobody else's login can be slipped in.
   *
   * @returns the answer as it is where no connection waits
   */
  async redeem(response: AuthResponse, scope: string): Promise<AuthResponse> {
    const { backend, isSecondProvider } = this.#options;
    return response.backstageIdentity || !(await isSecondProvider())
      ? response
      : backend.refresh({ scope, asUser: true });
  }

  /** The browser has none any more. */
  forget(): void {
    this.#fetchedAt = -Infinity;
  }
}
