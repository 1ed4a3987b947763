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
  'user_being_added',
]);

/** Names that the front end branches on. */
const NAMES: Partial<Record<LoginFailureReason, string>> = {
  access_denied: 'AccessDeniedError',
  user_not_found: 'UserNotInCatalogError',
  other_user: 'OtherUserError',
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

/**
 * The failure of a sign-in whose token has expired by our clock although Palette has just issued it.
 *
 * @param token - what it is, for the log
 * @param times - of the token and of its arrival, in seconds since 1970
 */
export function arrivedExpired(
  token: string,
  times: { iat?: number; exp: number; now: number },
): LoginFailure {
  const { exp, iat = exp, now } = times;
  const seconds = Math.round(now - Math.min(iat, exp));
  return new LoginFailure(
    'clock_skew',
    new Error(
      `the ${token} had expired when it arrived: this clock is about ${seconds} seconds ahead of Palette's, or the token lives too short`,
    ),
    `The clocks of Backstage and Palette differ by about ${seconds} seconds. Tell your administrator the reference: both have to be synchronised (NTP).`,
  );
}

/** A login's failure as its user may see it. */
export class ShownFailure extends Error {
  readonly name: string;
  readonly code: LoginFailureReason;

  constructor(
    failure: LoginFailure,
    /** What the log line of the failure is found by, where it has one of its own. */
    readonly reference?: string,
  ) {
    super(
      reference
        ? `${failure.message} (reference ${reference})`
        : failure.message,
    );
    this.name = failure.name;
    this.code = failure.reason;
  }
}
