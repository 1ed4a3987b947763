/**
 * What re-authentication needs of whoever keeps the user's Palette sessions.
 *
 * `environment` is an auth environment (`auth.providers.spectrocloud.<environment>`).
 *
 * @public
 */
export interface ReauthenticationSession {
  /** Environment of requests and answers that name none. */
  readonly defaultEnvironment: string;

  /** E-mail of the session, if there is one; never asks the user. */
  getEmail(environment: string): Promise<string | undefined>;

  /** Session token of the session, where the back end exposes it; never asks the user. */
  getApiToken(environment: string): Promise<string | undefined>;

  /**
   * Asks the back end for the session anew, without the user.
   *
   * @returns whether there is a session now
   */
  refresh(environment: string): Promise<boolean>;

  /**
   * Asks the user to sign in, whatever session there is.
   *
   * @throws an error named `RejectedError` when the user declines.
   */
  signIn(environment: string): Promise<void>;

  /** Signs the user out: of Backstage where Palette is how they signed in, else of Palette. */
  signOut(environment: string): Promise<void>;
}
