import { packDocuments } from './packDocuments';

describe('packDocuments', () => {
  it('names each text, also of packs and manifests that are called alike', () => {
    const pack = {
      name: 'apps',
      values: 'replicas: 2',
      manifests: [
        { uid: 'm1', name: 'namespace' },
        { uid: 'm2', name: 'namespace' },
        { uid: 'm3' },
      ],
    };
    const documents = packDocuments([
      {
        metadata: { uid: 'p', name: 'base' },
        spec: { packs: [pack, { name: 'apps', values: 'replicas: 3' }] },
      },
    ]);
    expect(
      documents.map(({ id, text, manifestUid }) => [id, text ?? manifestUid]),
    ).toEqual([
      ['base / apps / values.yaml', 'replicas: 2'],
      ['base / apps / namespace', 'm1'],
      ['base / apps / namespace#1', 'm2'],
      ['base / apps / m3', 'm3'],
      ['base / apps / values.yaml#1', 'replicas: 3'],
    ]);
  });
});
