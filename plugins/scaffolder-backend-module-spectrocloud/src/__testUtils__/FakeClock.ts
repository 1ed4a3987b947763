import type { Clock } from '../wait/Clock';

/** A clock on which sleeping takes no time. */
export class FakeClock implements Clock {
  #now: number;
  slept: number[] = [];

  constructor(start = '2026-01-01T12:00:00Z') {
    this.#now = Date.parse(start);
  }

  now = () => this.#now;

  sleep = async (milliseconds: number, signal?: AbortSignal) => {
    signal?.throwIfAborted();
    this.slept.push(milliseconds);
    this.#now += milliseconds;
  };
}
