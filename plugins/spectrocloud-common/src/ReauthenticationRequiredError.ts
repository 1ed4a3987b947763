import { CustomErrorBase } from '@backstage/errors';

/**
 * There is no Palette session token for the caller that Palette would accept:
 * the user has to sign in to Palette again.
 *
 * Recognise it by its `name`, which survives the way from the back end to the
 * browser; `instanceof` does not.
 *
 * @public
 */
export class ReauthenticationRequiredError extends CustomErrorBase {
  /** Stable: survives the way through HTTP, unlike the class. */
  name = 'ReauthenticationRequiredError' as const;

  /** HTTP status that the back end answers with. */
  readonly statusCode = 401;

  /**
   * @param environment - the auth environment (`auth.providers.spectrocloud.<environment>`) to sign in at
   */
  constructor(
    /** Auth environment to sign in at. */
    readonly environment: string,
    message: string = `Sign in to Palette again (environment '${environment}')`,
    cause?: Error | unknown,
  ) {
    super(message, cause);
  }
}
