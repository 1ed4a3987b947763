import { comparePacks } from './comparePacks';

describe('comparePacks', () => {
  it('tells what changed, came and went, and nothing of what stayed', () => {
    const before = [
      { name: 'ubuntu', version: '22.04' },
      { name: 'kubernetes', version: '1.31.9', layer: 'k8s' },
      { name: 'calico', version: '3.29' },
    ];
    const after = [
      { name: 'ubuntu', version: '22.04' },
      { name: 'kubernetes', version: '1.32.6', layer: 'k8s' },
      { name: 'cilium', version: '1.17' },
    ];
    expect(comparePacks(before, after)).toEqual([
      {
        name: 'kubernetes',
        layer: 'k8s',
        before: '1.31.9',
        after: '1.32.6',
        hasOtherValues: false,
      },
      expect.objectContaining({ name: 'calico', after: undefined }),
      expect.objectContaining({ name: 'cilium', before: undefined }),
    ]);
  });

  it('notices other values of one version, where they are shown', () => {
    const pack = (values?: string) => [{ name: 'a', version: '1', values }];
    expect(comparePacks(pack('x: 1'), pack('x: 2'))).toMatchObject([
      { hasOtherValues: true },
    ]);
    expect(comparePacks(pack('x: 1'), pack())).toEqual([]);
  });
});
