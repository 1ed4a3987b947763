/** Tabs of one browser: what one posts, the others get. */
export function installFakeBroadcastChannel(): void {
  const channels = new Map<string, Set<FakeChannel>>();

  class FakeChannel extends EventTarget {
    constructor(readonly name: string) {
      super();
      const peers = channels.get(name) ?? new Set();
      channels.set(name, peers.add(this));
    }

    postMessage(data: unknown): void {
      for (const peer of channels.get(this.name)!) {
        if (peer !== this) {
          peer.dispatchEvent(new MessageEvent('message', { data }));
        }
      }
    }
  }

  Object.defineProperty(globalThis, 'BroadcastChannel', {
    configurable: true,
    value: FakeChannel,
  });
}
