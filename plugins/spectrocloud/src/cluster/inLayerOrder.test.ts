import { inLayerOrder } from './inLayerOrder';

const profile = (name: string, type: string, layers: string[] = []) => ({
  uid: name,
  name,
  type,
  packs: layers.map(layer => ({ name: layer, layer })),
});

describe('inLayerOrder', () => {
  it('has the infrastructure first, then the add-ons by name', () => {
    const names = inLayerOrder([
      profile('z-addon', 'add-on'),
      profile('a-addon', 'add-on'),
      profile('infra', 'infra'),
    ]).map(({ name }) => name);
    expect(names).toEqual(['infra', 'a-addon', 'z-addon']);
  });

  it('stacks packs from the operating system up', () => {
    const [{ packs }] = inLayerOrder([
      profile('infra', 'infra', ['new', 'csi', 'cni', 'k8s', 'os']),
    ]);
    expect(packs.map(({ layer }) => layer)).toEqual([
      'os',
      'k8s',
      'cni',
      'csi',
      'new',
    ]);
  });
});
