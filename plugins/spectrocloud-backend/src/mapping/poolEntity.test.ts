import { toPoolEntity } from './poolEntity';

const pool = { name: 'w', size: 2, labels: ['worker'] };

describe('toPoolEntity', () => {
  it('names networks of vSphere by the uid of their addresses', () => {
    const { cloudConfig } = toPoolEntity('vsphere', {
      ...pool,
      instanceType: { numCPUs: 4 },
      placements: [
        {
          uid: 'p1',
          cluster: 'c',
          network: {
            networkName: 'VM Network',
            staticIp: true,
            parentPoolRef: { uid: 'pool-1' },
          },
        },
      ],
    });
    expect(cloudConfig).toEqual({
      instanceType: { numCPUs: 4 },
      placements: [
        {
          uid: 'p1',
          cluster: 'c',
          network: {
            networkName: 'VM Network',
            staticIp: true,
            parentPoolUid: 'pool-1',
          },
        },
      ],
    });
  });

  it('keeps what a pool of Azure is for', () => {
    expect(
      toPoolEntity('aks', {
        ...pool,
        isSystemNodePool: true,
        osType: 'Linux',
        osDisk: { diskSizeGB: 60 },
      }),
    ).toEqual({
      cloudConfig: { isSystemNodePool: true, osDisk: { diskSizeGB: 60 } },
      managedPoolConfig: { isSystemNodePool: true, osType: 'Linux' },
      poolConfig: pool,
    });
  });

  it.each(['nested', 'edge-native', 'generic', 'constructor', ''])(
    'refuses pools of %j',
    cloudType => {
      expect(() => toPoolEntity(cloudType, pool)).toThrow('console');
    },
  );
});
