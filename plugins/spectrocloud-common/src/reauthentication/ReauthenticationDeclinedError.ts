import { CustomErrorBase } from '@backstage/errors';

/**
 * The user was asked to sign in to Palette again and declined.
 *
 * @public
 */
export class ReauthenticationDeclinedError extends CustomErrorBase {
  /** What to recognise the error by. */
  name = 'ReauthenticationDeclinedError' as const;

  /**
   * @param environment - the auth environment that the user declined to sign in at
   */
  constructor(
    /** The auth environment that the user declined to sign in at. */
    readonly environment: string,
    cause?: Error | unknown,
  ) {
    super('You chose not to sign in to Palette again', cause);
  }
}
