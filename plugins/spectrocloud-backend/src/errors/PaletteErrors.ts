import { CustomErrorBase } from '@backstage/errors';

/** Palette failed, or answered something that is not an answer. */
export class PaletteFailedError extends CustomErrorBase {
  name = 'PaletteFailedError' as const;
  readonly statusCode = 502;
}

/** Palette answered 500: it failed at this question, and may answer another. */
export class PaletteInternalError extends PaletteFailedError {
  constructor() {
    super('Palette failed with status 500');
  }
}

/** Palette's answer is larger than it may be; of a list, fewer items can be asked for. */
export class AnswerTooLargeError extends PaletteFailedError {
  constructor(maxBytes: number) {
    super(`Palette's answer is larger than ${maxBytes} bytes`);
  }
}

/** Palette did not answer in time. */
export class PaletteTimeoutError extends CustomErrorBase {
  name = 'PaletteTimeoutError' as const;
  readonly statusCode = 504;
}

/** Palette's rate limit is reached, and waiting would take longer than the request may. */
export class PaletteBusyError extends CustomErrorBase {
  name = 'PaletteBusyError' as const;
  readonly statusCode = 503;

  constructor(readonly retryAfterSeconds: number) {
    super(
      `Palette's rate limit is reached, try again in ${retryAfterSeconds} seconds`,
    );
  }
}

/** Palette answered 401: it does not accept the token. Never leaves the backend. */
export class PaletteRefusedTokenError extends CustomErrorBase {
  name = 'PaletteRefusedTokenError' as const;
  readonly statusCode = 401;
}

/** The caller went away; nobody reads the answer any more. */
export class CallerGoneError extends CustomErrorBase {
  name = 'CallerGoneError' as const;
  readonly statusCode = 499;
}
