import { mockServices } from '@backstage/backend-test-utils';
import { ReauthenticationRequiredError } from '@terasky/backstage-plugin-spectrocloud-common';
import { AUTHORITY_PEM } from '../__fixtures__/authority';
import * as fixtures from '../__fixtures__/palette';
import { YamlReader } from '../kubeconfig/YamlReader';
import { PaletteBusyError } from '../errors/PaletteErrors';
import type { PaletteClient } from '../palette/PaletteClient';
import { KubernetesAccessStore } from './KubernetesAccessStore';

const KEY = { instance: 'demo', tenantUid: 't1', uid: 'c1' };
const CA = Buffer.from(AUTHORITY_PEM).toString('base64');

describe('KubernetesAccessStore', () => {
  let now: number;
  let server: string;
  let failure: Error | undefined;
  const calls: string[] = [];
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

  beforeEach(() => {
    now = 1_000_000;
    sessionId = 's1';
    server = 'https://one.example';
    failure = undefined;
    calls.length = 0;
    store = new KubernetesAccessStore({
      yaml: YamlReader.create(),
      logger: mockServices.logger.mock(),
      // Each look moves it on, so that no turn has to be waited for.
      now: () => {
        now += 1;
        return now;
      },
    });
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
});
