import { foldCase } from './foldCase';

describe('foldCase', () => {
  it.each([
    ['ACME', 'acme'],
    ['Zoë ÅRUD', 'zoë årud'],
    ['Ωmega', 'ωmega'],
  ])('folds %s', (text, folded) => {
    expect(foldCase(text)).toBe(folded);
  });

  it.each([
    ['the long s', 'acme\u017F'],
    ['the dotless i', 'adm\u0131n'],
    ['the dotted I', 'adm\u0130n'],
    ['the sharp s', 'gro\u00DF'],
    ['a ligature', '\uFB01nance'],
  ])('folds nothing that holds %s, which becomes ASCII', (_, text) => {
    expect(foldCase(text)).toBeUndefined();
  });
});
