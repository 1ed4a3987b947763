import { foldCase, foldEmail, isSameEmail, toAsciiDomain } from './fold';

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

describe('toAsciiDomain', () => {
  it.each([
    ['Acme.Example', 'acme.example'],
    ['BÜCHER.example', 'xn--bcher-kva.example'],
    ['bu\u0308cher.example', 'xn--bcher-kva.example'],
    ['XN--BCHER-KVA.example', 'xn--bcher-kva.example'],
    ['straße.example', 'xn--strae-oqa.example'],
  ])('turns %s into %s', (domain, expected) => {
    expect(toAsciiDomain(domain)).toBe(expected);
  });

  it.each([
    ['the long s beside another letter', '\u017Füche.example'],
    ['the long s', 'acme.example\u017F'],
    ['a full-width letter', '\uFF41cme.example'],
    ['a full stop of another script', 'acme\u3002example'],
    ['a soft hyphen', 'ac\u00ADme.example'],
    ['a path', 'acme.example/x'],
    ['a space', 'acme example'],
  ])('knows no domain with %s', (_, domain) => {
    expect(toAsciiDomain(domain)).toBeUndefined();
  });
});

describe('foldEmail', () => {
  it('folds the case of both parts', () => {
    expect(foldEmail('Ada.Zoë@BÜCHER.Example')).toBe(
      'ada.zoë@xn--bcher-kva.example',
    );
  });

  it.each(['ada', '@acme.example', 'ada@', 'ada@x@acme.example'])(
    'knows no address in %s',
    address => {
      expect(foldEmail(address)).toBeUndefined();
    },
  );

  it.each(['\u017Fam@acme.example', 'sam@acme\u017F.example'])(
    'does not fold %s, which would become ASCII',
    address => {
      expect(foldEmail(address)).toBeUndefined();
    },
  );
});

describe('isSameEmail', () => {
  it('ignores case and the spelling of the domain', () => {
    expect(isSameEmail('A@bücher.example', 'a@XN--BCHER-KVA.example')).toBe(
      true,
    );
  });

  it.each([
    ['sam@acme.example', '\u017Fam@acme.example'],
    ['\u017Fam@acme.example', '\u017Fam@acme.example'],
    ['sam@acme.example', 'sam@acme.example.'],
    [undefined, undefined],
  ])('tells %s from %s', (one, other) => {
    expect(isSameEmail(one, other)).toBe(false);
  });
});
