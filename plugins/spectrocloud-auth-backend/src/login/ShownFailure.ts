import type { LoginFailure, LoginFailureReason } from './LoginFailure';

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
