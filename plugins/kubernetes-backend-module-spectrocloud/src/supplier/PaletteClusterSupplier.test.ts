import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { ClusterDetails } from '@backstage/plugin-kubernetes-node';
import type { KubernetesCluster } from '@terasky/backstage-plugin-spectrocloud-common';
import type { PaletteUserApi } from '@terasky/backstage-plugin-spectrocloud-node';
import { kubernetesCluster, providerConfig } from '../__testUtils__/clusters';
import { CallerClusters } from './CallerClusters';
import { PaletteClusterSupplier } from './PaletteClusterSupplier';

const DANA = mockCredentials.user('user:default/dana');
const ADA = mockCredentials.user('user:default/ada');
const OTHER: ClusterDetails = {
  name: 'of-the-config',
  url: 'https://config.example',
  authMetadata: {},
};

describe('PaletteClusterSupplier', () => {
  const list = jest.fn<Promise<KubernetesCluster[]>, [user: string]>();
  let time: number;
  let palette: CallerClusters;
  let supplier: PaletteClusterSupplier;

  const create = (changes: Parameters<typeof providerConfig>[0] = {}) => {
    palette = new CallerClusters({
      config: providerConfig(changes),
      api: {
        of: (credentials: typeof DANA) => ({
          listKubernetesClusters: () =>
            list(credentials.principal.userEntityRef),
        }),
      } as unknown as PaletteUserApi,
      logger: mockServices.logger.mock(),
      now: () => time,
    });
    supplier = new PaletteClusterSupplier({
      auth: mockServices.auth(),
      others: { getClusters: async () => [OTHER] },
      palettes: [palette],
    });
  };

  beforeEach(() => {
    time = 1;
    list.mockReset().mockResolvedValue([kubernetesCluster()]);
    create();
  });

  const names = async (credentials: typeof DANA) =>
    (await supplier.getClusters({ credentials })).map(({ name }) => name);

  it('adds the caller’s own clusters to those that there are', async () => {
    list.mockImplementation(async user =>
      user === 'user:default/ada' ? [] : [kubernetesCluster()],
    );
    expect(await names(DANA)).toEqual(['of-the-config', 'payments.prod']);
    expect(await names(ADA)).toEqual(['of-the-config']);
  });

  it('has none for services, and asks nobody for them', async () => {
    const credentials = mockCredentials.service();
    expect(await supplier.getClusters({ credentials })).toEqual([OTHER]);
    expect(list).not.toHaveBeenCalled();
  });

  it('asks once for a user’s polls, and again after the interval', async () => {
    await Promise.all([names(DANA), names(DANA)]);
    time += 59_000;
    await names(DANA);
    expect(list).toHaveBeenCalledTimes(1);
    time += 2_000;
    await names(DANA);
    expect(list).toHaveBeenCalledTimes(2);
  });

  it('asks again soon while something is being read', async () => {
    list.mockResolvedValueOnce([
      kubernetesCluster({ access: undefined, gap: 'not-read-yet' }),
    ]);
    expect(await names(DANA)).toEqual(['of-the-config']);
    time += 5_100;
    expect(await names(DANA)).toEqual(['of-the-config', 'payments.prod']);
  });

  it('forgets the lists when a session ends, those under way too', async () => {
    let answer: (clusters: KubernetesCluster[]) => void = () => {};
    list.mockReturnValueOnce(
      new Promise(resolve => {
        answer = resolve;
      }),
    );
    const underWay = names(DANA);
    await new Promise(resolve => setTimeout(resolve, 0));
    palette.dropSessions();
    answer([kubernetesCluster({ name: 'old' })]);
    await underWay;
    expect(await names(DANA)).toEqual(['of-the-config', 'payments.prod']);
  });

  it.each([401, 403])(
    'has none any more for whom Palette answers %i',
    async statusCode => {
      await names(DANA);
      time += 61_000;
      list.mockRejectedValueOnce(
        Object.assign(new Error('no'), { statusCode }),
      );
      expect(await names(DANA)).toEqual(['of-the-config']);
    },
  );

  it('goes by the last list while Palette can’t be asked, for ten minutes', async () => {
    await names(DANA);
    list.mockRejectedValue(
      Object.assign(new Error('down'), { statusCode: 502 }),
    );
    // Each poll asks again, and gives the list no new life.
    for (let minute = 1; minute < 10; minute++) {
      time += 59_000;
      expect(await names(DANA)).toEqual(['of-the-config', 'payments.prod']);
    }
    time += 2 * 60_000;
    expect(await names(DANA)).toEqual(['of-the-config']);
  });

  it('waits for no Palette that doesn’t answer', async () => {
    create({ clusterTimeoutMs: 20 });
    list.mockReturnValue(new Promise(() => {}));
    expect(await names(DANA)).toEqual(['of-the-config']);
  });
});
