import type { LoginFailure, LoginFailureReason } from './LoginFailure';

/** A login's failure as its user may see it. */
export class ShownFailure extends Error {
  readonly name: string;
  readonly code: LoginFailureReason;

  constructor(
    failure: LoginFailure,
    /** What the log line of the failure is found by. */
    readonly reference: string,
  ) {
    super(`${failure.message} (reference ${reference})`);
    this.name = failure.name;
    this.code = failure.reason;
  }
}
