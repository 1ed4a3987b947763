import pTimeout from 'p-timeout';
import { CallerGoneError } from '../errors/PaletteErrors';

/** One read for several waiters; given up when the last of them has gone. */
export class SharedRead<T> {
  readonly result: Promise<T>;
  readonly #controller = new AbortController();
  #waiters = 0;

  /** Starts the read. */
  constructor(read: (signal: AbortSignal) => Promise<T>) {
    this.result = read(this.#controller.signal);
  }

  /** Whether everybody had gone, so that there will be no result. */
  get abandoned(): boolean {
    return this.#controller.signal.aborted;
  }

  /** Waits for the result, or until this waiter's signal is aborted. */
  async join(signal?: AbortSignal): Promise<T> {
    if (!signal) {
      this.#waiters = Infinity;
      return this.result;
    }
    this.#waiters += 1;
    try {
      return await pTimeout(this.result, { milliseconds: Infinity, signal });
    } catch (error) {
      throw signal.aborted
        ? new CallerGoneError('The client closed the request')
        : error;
    } finally {
      this.#waiters -= 1;
      if (this.#waiters === 0) this.#controller.abort();
    }
  }
}
