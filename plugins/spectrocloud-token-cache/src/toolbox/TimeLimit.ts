import pTimeout from 'p-timeout';

/**
 * How long something may take that is waited for, a call and its body say.
 *
 * For a single promise p-timeout is enough. This is for work that is to be stopped
 * as well, in several steps under one limit. Its timer and its controller are held
 * until it ends: the signals of `AbortSignal.timeout` and `AbortSignal.any` may be
 * collected as garbage before they fire, and whoever is given a signal may let go
 * of it, or not look at it while a connection is being made.
 *
 * @public
 */
export class TimeLimit {
  readonly #controller = new AbortController();
  readonly #timer: NodeJS.Timeout;
  readonly #caller?: AbortSignal;

  private constructor(milliseconds: number, caller?: AbortSignal) {
    this.#timer = setTimeout(
      () =>
        this.#controller.abort(
          new DOMException('Took too long', 'TimeoutError'),
        ),
      milliseconds,
    );
    this.#caller = caller;
    caller?.addEventListener('abort', this.#giveUp);
    if (caller?.aborted) this.#giveUp();
  }

  /** Starts the time, in milliseconds; with a signal it is over as well when the caller gives up. */
  static start(milliseconds: number, caller?: AbortSignal): TimeLimit {
    return new TimeLimit(milliseconds, caller);
  }

  /** Is aborted when the time is over, with a `TimeoutError` as its reason. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Settles like the work, but no later than the time is over. @throws the signal's reason then. */
  race<T>(work: Promise<T>): Promise<T> {
    return pTimeout(work, { milliseconds: Infinity, signal: this.signal });
  }

  /** There is nothing to wait for any more. */
  end(): void {
    clearTimeout(this.#timer);
    this.#caller?.removeEventListener('abort', this.#giveUp);
  }

  readonly #giveUp = () => this.#controller.abort(this.#caller?.reason);
}
