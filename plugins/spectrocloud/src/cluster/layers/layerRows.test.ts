import { cluster } from '../../__testUtils__/paletteData';
import { isInOrder, layerRows } from './layerRows';

const [profile] = cluster.spec.profiles;
const rows = (packs: typeof cluster.status.packs) =>
  layerRows(profile, { ...cluster, status: { ...cluster.status, packs } });

describe('layerRows', () => {
  it('sets what runs beside what is wanted', () => {
    expect(rows([{ name: 'kubernetes', version: '1.31.9' }])).toEqual([
      {
        layer: 'k8s',
        name: 'kubernetes',
        wanted: '1.32.6',
        running: '1.31.9',
        match: 'differs',
        problem: undefined,
      },
    ]);
  });

  it('takes a patch release for what was wanted where only the minor one is named', () => {
    const managed = {
      ...profile,
      packs: [{ name: 'kubernetes-eks', layer: 'k8s', version: '1.32' }],
    };
    const match = (version: string) =>
      layerRows(managed, {
        ...cluster,
        status: {
          ...cluster.status,
          packs: [{ name: 'kubernetes-eks', version }],
        },
      })[0].match;
    expect([match('1.32.6'), match('1.31.6')]).toEqual(['same', 'differs']);
  });

  it('leaves open what Palette does not tell', () => {
    const [row] = rows([]);
    expect(row).toMatchObject({ running: undefined, match: 'notTold' });
    expect(isInOrder(row)).toBe(true);
  });

  it('takes a layer for out of order that differs, or that Palette finds fault with', () => {
    const isWell = (pack: (typeof cluster.status.packs)[number]) =>
      isInOrder(rows([{ name: 'kubernetes', ...pack }])[0]);
    expect(isWell({ version: '1.32.6' })).toBe(true);
    expect(isWell({ version: '1.31.9' })).toBe(false);
    expect(
      isWell({
        version: '1.32.6',
        condition: { type: 'Ready', status: 'False' },
      }),
    ).toBe(false);
  });

  it('says what is wrong with a layer, and nothing of one that is well', () => {
    const condition = { type: 'Ready', status: 'False', message: 'no disk' };
    expect(rows([{ name: 'kubernetes', condition }])[0].problem).toBe(
      'no disk',
    );
    const well = { type: 'Ready', status: 'True', message: 'all well' };
    expect(
      rows([{ name: 'kubernetes', condition: well }])[0].problem,
    ).toBeUndefined();
  });
});
