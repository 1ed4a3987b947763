import { cluster } from '../__testUtils__/paletteData';
import { layerRows } from './layerRows';

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
        problem: undefined,
      },
    ]);
  });

  it('leaves open what Palette does not tell', () => {
    expect(rows([])[0].running).toBeUndefined();
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
