/** What tabs of one browser tell each other. */
export type TabMessage = 'signed-in' | 'signed-out';

/** Reaches the other tabs of this browser that use the same session. */
export class TabChannel {
  readonly #channel?: BroadcastChannel;

  private constructor(channel?: BroadcastChannel) {
    this.#channel = channel;
  }

  /** A channel that says nothing where the browser has none. */
  static open(name: string): TabChannel {
    return new TabChannel(
      typeof BroadcastChannel === 'undefined'
        ? undefined
        : new BroadcastChannel(name),
    );
  }

  post(message: TabMessage): void {
    this.#channel?.postMessage(message);
  }

  listen(listener: (message: TabMessage) => void): void {
    this.#channel?.addEventListener('message', event => {
      if (event.data === 'signed-in' || event.data === 'signed-out') {
        listener(event.data);
      }
    });
  }
}
