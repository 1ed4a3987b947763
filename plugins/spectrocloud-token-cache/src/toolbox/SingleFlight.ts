/**
 * Runs work once for all who ask for it at the same time.
 *
 * @public
 */
export class SingleFlight<T> {
  readonly #flights = new Map<string, Promise<T>>();

  /** Joins the work under way for a key, or starts it. */
  run(key: string, work: () => Promise<T>): Promise<T> {
    const underWay = this.#flights.get(key);
    if (underWay) {
      return underWay;
    }
    const flight = work().finally(() => {
      if (this.#flights.get(key) === flight) {
        this.#flights.delete(key);
      }
    });
    this.#flights.set(key, flight);
    return flight;
  }

  /** Waits until all work under way has ended, well or not. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#flights.values());
  }
}
