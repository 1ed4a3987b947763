import {
  SIGN_IN_FAILURES,
  type SignInFailureCode,
} from '@terasky/backstage-plugin-spectrocloud-common';

/** Why a sign-in did not come about. */
export type LoginFailureReason = SignInFailureCode;

const TRANSIENT = new Set<LoginFailureReason>([
  'busy',
  'palette_unavailable',
  'palette_timeout',
  'catalog_unavailable',
  'store_unavailable',
]);

/** Names that the front end branches on. */
const NAMES: Partial<Record<LoginFailureReason, string>> = {
  access_denied: 'AccessDeniedError',
  user_not_found: 'UserNotInCatalogError',
};

/** A sign-in that did not come about; its message is fit for the user. */
export class LoginFailure extends Error {
  readonly name: string;

  /**
   * @param reason - why, from a closed list
   * @param cause - for the log only
   * @param sentence - replaces the reason's own sentence
   */
  constructor(
    readonly reason: LoginFailureReason,
    cause?: Error | unknown,
    sentence: string = SIGN_IN_FAILURES[reason],
  ) {
    super(sentence, { cause });
    this.name = NAMES[reason] ?? 'SpectroCloudSignInError';
  }

  /** Whether trying again later can help. */
  get transient(): boolean {
    return TRANSIENT.has(this.reason);
  }
}
