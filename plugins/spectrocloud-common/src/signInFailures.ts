/**
 * Why a sign-in did not come about, and what its user is told.
 *
 * The keys are also metric labels and stand in addresses of the app, so there are few of
 * them, and none comes from outside.
 *
 * @public
 */
export const SIGN_IN_FAILURES = {
  access_denied:
    'Palette did not let you sign in, or the sign-in was cancelled there. Try again, or ask your Palette administrator for access.',
  interaction_required:
    'Palette needs you to sign in there before Backstage can use your account. Try again and sign in when Palette asks.',
  sign_in_there_first:
    'You are not signed in to Palette, and Backstage may not ask you to. Sign in to Palette in another tab, then try again.',
  provider_error:
    'Palette answered the sign-in with an error. Try again; if it happens again, tell your administrator the reference.',
  palette_unavailable:
    "Palette can't be reached at the moment. Try again in a few minutes.",
  palette_timeout: 'Palette took too long to answer. Try again in a moment.',
  login_unknown:
    'This sign-in was not begun in this browser, or more than ten minutes ago. Try again, and allow cookies for Backstage if it keeps happening.',
  login_used:
    'This sign-in has been completed already. Close this window and sign in again.',
  malformed_response:
    "Palette's answer to the sign-in is incomplete or malformed. Try again.",
  form_post:
    "Palette sent its answer as a form, which Backstage does not accept because the browser sends no cookies along. Set the client's response mode to 'query'.",
  wrong_environment:
    'This sign-in was begun for another environment. Close this window and sign in again.',
  wrong_issuer:
    'The answer did not come from the Palette that this sign-in was begun with. Do not continue, and tell your administrator the reference.',
  misconfigured:
    "Backstage's configuration for Palette does not fit that Palette. Tell your administrator the reference.",
  client_rejected:
    'Palette does not accept the client id or client secret of Backstage. Tell your administrator the reference.',
  code_rejected:
    'Palette no longer accepts this sign-in, because it took too long or was used before. Try again.',
  id_token_rejected:
    "Palette's statement of who you are could not be verified. Tell your administrator the reference.",
  clock_skew:
    "The clocks of Palette and Backstage differ too much to verify Palette's answer. Tell your administrator the reference: both have to be synchronised (NTP).",
  email_unverified:
    'Palette says that your e-mail address is not verified. Verify it in Palette and try again.',
  session_mismatch:
    'Palette answered with the session of another user or tenant. Sign out of Palette, then try again.',
  connect_only:
    'Palette can only be connected here by someone who is signed in to Backstage. Sign in to Backstage first, then connect Palette.',
  other_user:
    'This Palette account belongs to another Backstage user than the one who is signed in: sign out of Palette and sign in there with your own account, or sign in to Backstage with Palette.',
  user_not_found: 'The Backstage catalog has no user for this Palette account.',
  user_being_added: 'You are being added; try again in a minute.',
  user_changed:
    'The Backstage catalog now has another user for this Palette account. Sign in again.',
  user_ambiguous:
    'The Backstage catalog has several users for this Palette account, so none can be chosen. Ask your administrator to leave only one.',
  catalog_unavailable:
    "Your user can't be looked up in the Backstage catalog at the moment. Try again in a moment.",
  busy: 'Too many people are signing in at the moment. Try again in a moment.',
  store_unavailable:
    "Backstage can't keep your Palette session at the moment. Try again in a moment.",
  internal: 'The sign-in failed. Tell your administrator the reference.',
} as const;

/** Why a sign-in did not come about. @public */
export type SignInFailureCode = keyof typeof SIGN_IN_FAILURES;

/** Parameters of the app's address by which a sign-in that left the page tells why it failed. @public */
export const SIGN_IN_FAILURE_PARAMETERS = {
  /** A {@link SignInFailureCode}. */
  code: 'error_code',
  /** What the log line of the failure is found by. */
  reference: 'error_reference',
  /** The same as a sentence, for the framework's own page, which shows it as it is. */
  text: 'error',
} as const;
