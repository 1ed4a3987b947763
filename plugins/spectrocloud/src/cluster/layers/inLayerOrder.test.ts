import { inLayerOrder } from './inLayerOrder';

const profile = (name: string, type: string, layers: string[] = []) => ({
  uid: name,
  name,
  type,
  packs: layers.map(layer => ({ name: layer, layer })),
});

describe('inLayerOrder', () => {
  it('has the add-ons on top, by name, and the infrastructure below', () => {
    const names = inLayerOrder([
      profile('z-addon', 'add-on'),
      profile('a-addon', 'add-on'),
      profile('infra', 'infra'),
    ]).map(({ name }) => name);
    expect(names).toEqual(['a-addon', 'z-addon', 'infra']);
  });

  it('stacks packs down to the operating system; what it doesn’t know is on top', () => {
    const [{ packs }] = inLayerOrder([
      profile('infra', 'infra', ['os', 'csi', 'new', 'cni', 'k8s']),
    ]);
    expect(packs.map(({ layer }) => layer)).toEqual([
      'new',
      'csi',
      'cni',
      'k8s',
      'os',
    ]);
  });
});
