import { CustomErrorBase } from '@backstage/errors';

/** Names of the errors that a sign-in can end with and the page explains. @public */
export type SignInErrorName =
  | 'PopupBlockedError'
  | 'PopupClosedError'
  | 'WrongOriginError'
  | 'AccessDeniedError'
  | 'UserNotInCatalogError'
  | 'UserChangedError'
  | 'OtherUserError';

/** A sign-in that failed for a reason which the user can do something about. @public */
export class SignInError extends CustomErrorBase {
  /**
   * @param name - what went wrong; the sign-in page has a sentence for each
   * @param message - the same in English, for pages that show messages as they are
   */
  constructor(name: SignInErrorName, message: string, cause?: Error | unknown) {
    super(message, cause);
    this.name = name;
    // CustomErrorBase adds the cause's text, which people at a sign-in page can't use.
    this.message = message;
  }
}

/** The back end refuses the session for good. */
export class SessionRefusedError extends CustomErrorBase {
  name = 'SessionRefusedError' as const;

  constructor(
    message: string,
    /** The session belongs to a Backstage user, whom the request has to prove to be. */
    readonly wantsBackstageToken: boolean = false,
  ) {
    super(message);
  }
}

/** The back end could not say whether there is a session. */
export class SessionUnavailableError extends CustomErrorBase {
  name = 'SessionUnavailableError' as const;

  constructor(
    message: string,
    /** When it asks to be asked again, in ms. */
    readonly retryAfterMs?: number,
  ) {
    super(message);
  }
}

/** The page that belonged to one user is told the session of another. */
export function userChanged(user: string, former: string): SignInError {
  return new SignInError(
    'UserChangedError',
    `You signed in as another user (${user}). This page belonged to ${former} and is loaded again.`,
  );
}
