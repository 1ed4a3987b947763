import { mockServices } from '@backstage/backend-test-utils';
import { NotAllowedError } from '@backstage/errors';
import { ReauthenticationRequiredError } from '@terasky/backstage-plugin-spectrocloud-common';
import { AUTHORITY_PEM } from '../__fixtures__/authority';
import * as fixtures from '../__fixtures__/palette';
import { YamlReader } from '../kubeconfig/YamlReader';
import { PaletteBusyError } from '../errors/PaletteErrors';
import type { PaletteClient } from '../palette/PaletteClient';
import type { AccessTable, SavedAccess } from './AccessTable';
import { KubernetesAccessStore } from './KubernetesAccessStore';

const KEY = { palette: 'https://palette.example', tenantUid: 't1', uid: 'c1' };
const CA = Buffer.from(AUTHORITY_PEM).toString('base64');

/** As the table is, without a database. */
class MemoryTable implements Pick<AccessTable, 'list' | 'find' | 'save'> {
  readonly rows = new Map<string, SavedAccess>();

  async list({ tenantUid }: { tenantUid: string }, since: number) {
    return [...this.rows.values()].filter(
      ({ key, readAt }) => key.tenantUid === tenantUid && readAt >= since,
    );
  }

  async find({ uid }: { uid: string }) {
    return this.rows.get(uid);
  }

  async save(saved: SavedAccess) {
    this.rows.set(saved.key.uid, saved);
  }

  async remove({ uid }: { uid: string }) {
    this.rows.delete(uid);
  }
}

describe('KubernetesAccessStore', () => {
  let now: number;
  let server: string;
  let failure: Error | undefined;
  const calls: string[] = [];
  let table: MemoryTable;
  let store: KubernetesAccessStore;

  const client = {
    text: async ({ path }: { path: string }) => {
      calls.push(path);
      if (failure) throw failure;
      return fixtures.kubeconfig.replace(
        `'https://prod.eks.example'`,
        `'${server}', certificate-authority-data: ${CA}`,
      );
    },
    json: async ({ path }: { path: string }) => {
      calls.push(path);
      return fixtures.clusterOidc;
    },
  } as unknown as PaletteClient;
  let sessionId: string;
  const asker = (uid: string) => ({
    sessionId,
    queueKey: 'dana',
    place: { uid },
    client: () => client,
  });
  const get = (uid = 'c1') => store.get({ ...KEY, uid }, asker(uid));
  const endpoint = () => get().access?.endpoint;

  /** A process that starts. */
  const start = () =>
    new KubernetesAccessStore({
      yaml: YamlReader.create(),
      logger: mockServices.logger.mock(),
      table: table as unknown as AccessTable,
      // Each look moves it on, so that no turn has to be waited for.
      now: () => {
        now += 1;
        return now;
      },
    });

  beforeEach(() => {
    now = 1_000_000;
    sessionId = 's1';
    server = 'https://one.example';
    failure = undefined;
    calls.length = 0;
    table = new MemoryTable();
    store = start();
  });

  const settle = async () => {
    const settled = store.settled();
    let isSettled = false;
    settled.then(() => {
      isSettled = true;
    });
    while (!isSettled) {
      now += 1_000;
      await new Promise(resolve => setTimeout(resolve, 20));
    }
  };

  it('reads a cluster once, however many ask', async () => {
    get();
    get();
    await settle();
    get();
    expect(calls).toEqual([
      '/v1/spectroclusters/c1/assets/kubeconfigclient',
      '/v1/spectroclusters/c1/oidc',
    ]);
  });

  it('makes one call at once, and all others in their turns', async () => {
    for (let n = 0; n < 20; n++) get(`cluster-${n}`);
    await new Promise(resolve => setTimeout(resolve, 100));
    expect(calls).toHaveLength(1);
    await settle();
    expect(calls).toHaveLength(40);
  });

  it('reads anew when told, at most once a minute, and serves the old meanwhile', async () => {
    get();
    await settle();
    server = 'https://two.example';
    store.reread(KEY, asker('c1'));
    await settle();
    expect(endpoint()).toBe('https://one.example');
    now += 61_000;
    expect(store.reread(KEY, asker('c1')).access?.endpoint).toBe(
      'https://one.example',
    );
    await settle();
    expect(endpoint()).toBe('https://two.example');
  });

  it('keeps what it knows while Palette fails', async () => {
    get();
    await settle();
    failure = new Error('down');
    now += 7 * 60 * 60_000;
    endpoint();
    await settle();
    expect(endpoint()).toBe('https://one.example');
  });

  it('says that Palette failed, and tries again later and later', async () => {
    failure = new Error('down');
    get();
    await settle();
    expect(get()).toEqual({ gap: 'failed' });
    expect(calls).toHaveLength(1);
    now += 61_000;
    get();
    await settle();
    expect(calls).toHaveLength(2);
    now += 61_000;
    get();
    await settle();
    expect(calls).toHaveLength(2);
  });

  it('asks no more for a session that has ended', async () => {
    failure = new ReauthenticationRequiredError('development');
    for (let n = 0; n < 20; n++) get(`cluster-${n}`);
    await settle();
    expect(calls).toHaveLength(1);
  });

  it('lets another user ask where Palette refuses one, who doesn’t ask again', async () => {
    failure = new NotAllowedError('no');
    get();
    await settle();
    expect(get()).toEqual({ gap: 'failed' });
    now += 20 * 60_000;
    get();
    await settle();
    expect(calls).toHaveLength(1);
    failure = undefined;
    store.get(KEY, { ...asker('c1'), queueKey: 'ada', sessionId: 's2' });
    await settle();
    // What is the same for all is told to all who see the cluster.
    expect(endpoint()).toBe('https://one.example');
  });

  it.each([
    ['a busy Palette', new PaletteBusyError(1)],
    [
      'a session that has ended meanwhile',
      new ReauthenticationRequiredError('development'),
    ],
  ])('takes %s for no fault of the cluster', async (_, error) => {
    failure = error;
    get();
    await settle();
    expect(get()).toEqual({ gap: 'not-read-yet' });
    failure = undefined;
    now += 6_000;
    sessionId = 's2';
    get();
    await settle();
    expect(endpoint()).toBe('https://one.example');
  });

  describe('beside and after other processes', () => {
    const restart = async () => {
      now += 60_000;
      store = start();
      calls.length = 0;
      await store.recall(KEY, ['c1']);
    };

    it('knows after a restart what was read before it, and asks again later', async () => {
      get();
      await settle();
      await restart();
      expect(endpoint()).toBe('https://one.example');
      await settle();
      expect(calls).toEqual([]);
      server = 'https://two.example';
      now += 11 * 60_000;
      endpoint();
      await settle();
      expect(endpoint()).toBe('https://two.example');
    });

    it('keeps nothing that signs in, and nothing of a cluster without OIDC', async () => {
      get();
      await settle();
      const [{ access }] = table.rows.values();
      expect(Object.keys(access)).toEqual(['endpoint', 'caData', 'oidc']);
      expect(JSON.stringify(access)).not.toMatch(/secret/i);
      server = 'https://cluster-c1.proxy.palette.example';
      now += 7 * 60 * 60_000;
      get();
      await settle();
      expect(table.rows.size).toBe(0);
    });

    it('takes what another has read while it waited for its turn', async () => {
      const other = start();
      for (let n = 0; n < 3; n++) get(`cluster-${n}`);
      await settle();
      calls.length = 0;
      for (let n = 0; n < 3; n++) {
        const uid = `cluster-${n}`;
        other.get({ ...KEY, uid }, asker(uid));
      }
      store = other;
      await settle();
      expect(get('cluster-2').access?.endpoint).toBe('https://one.example');
      expect(calls).toEqual([]);
    });

    it('asks Palette for itself when told that what it has is wrong', async () => {
      get();
      await settle();
      await restart();
      server = 'https://two.example';
      store.reread(KEY, asker('c1'));
      await settle();
      expect(endpoint()).toBe('https://two.example');
    });

    it('waits a second at most for a table that doesn’t answer', async () => {
      table.list = () => new Promise(() => {});
      const startedAt = performance.now();
      await store.recall(KEY, ['c1']);
      expect(performance.now() - startedAt).toBeGreaterThan(900);
      expect(get()).toEqual({ gap: 'not-read-yet' });
    });

    it('looks up nothing while all is known, and else every five seconds', async () => {
      const list = jest.spyOn(table, 'list');
      await store.recall(KEY, ['c1']);
      await store.recall(KEY, ['c1']);
      expect(list).toHaveBeenCalledTimes(1);
      get();
      await settle();
      now += 6_000;
      await store.recall(KEY, ['c1']);
      expect(list).toHaveBeenCalledTimes(1);
      await store.recall(KEY, ['c1', 'c2']);
      expect(list).toHaveBeenCalledTimes(2);
    });
  });
});
