import { isPaletteOwner, isSamePaletteUser } from './paletteOwner';

const IDENTITY = {
  tenantUid: 'tenant-1',
  tenantName: 'demo',
  userUid: 'uid-dana',
  email: 'dana@acme.example',
};
const SUBJECT = {
  issuer: 'https://palette.example/v1/oidc/tenant/demo',
  subject: 'uid-dana',
  email: 'dana@acme.example',
};

describe('isPaletteOwner', () => {
  it.each([
    ['the uid', { subject: 'uid-dana', email: undefined }, true],
    [
      'the e-mail in any case',
      { subject: 'x', email: 'Dana@Acme.Example' },
      true,
    ],
    [
      'the e-mail, but not one that folding makes of it',
      { subject: 'x', email: 'dana@acme.example\u017F' },
      false,
    ],
    ['neither', { subject: 'x', email: 'eve@evil.example' }, false],
    ['no e-mail at all', { subject: 'x', email: undefined }, false],
    [
      'the tenant by its uid',
      { issuer: 'https://p/v1/oidc/tenant/tenant-1' },
      true,
    ],
    ['another tenant', { issuer: 'https://p/v1/oidc/tenant/other' }, false],
    ['an issuer without a tenant', { issuer: 'https://login.example' }, true],
    ['an issuer that ends in a slash', { issuer: `${SUBJECT.issuer}/` }, true],
  ])('goes by %s', (_, change, expected) => {
    expect(isPaletteOwner(IDENTITY, { ...SUBJECT, ...change })).toBe(expected);
  });

  it.each([
    ['sam@acme.example', '\u017Fam@acme.example', false],
    ['\u017Fam@acme.example', '\u017Fam@acme.example', false],
    ['dana@bücher.example', 'Dana@XN--BCHER-KVA.example', true],
  ])('compares the e-mails %s and %s', (one, other, expected) => {
    for (const [email, palettes] of [
      [one, other],
      [other, one],
    ]) {
      expect(
        isPaletteOwner(
          { ...IDENTITY, email: palettes },
          { ...SUBJECT, subject: 'x', email },
        ),
      ).toBe(expected);
    }
  });

  it.each([
    ['Demo', true],
    ['\u017Fdemo', false],
  ])('takes the tenant name %s for the same or not', (tenantName, expected) => {
    const issuer = `https://p/v1/oidc/tenant/${expected ? 'demo' : 'sdemo'}`;
    expect(
      isPaletteOwner({ ...IDENTITY, tenantName }, { ...SUBJECT, issuer }),
    ).toBe(expected);
  });

  it('does not take two absent e-mails for the same', () => {
    expect(
      isPaletteOwner(
        { ...IDENTITY, email: undefined },
        { ...SUBJECT, subject: 'x', email: undefined },
      ),
    ).toBe(false);
  });
});

describe('isSamePaletteUser', () => {
  const dana = { ...SUBJECT, identity: IDENTITY };

  it.each([
    ['the same identity', { subject: 'renumbered' }, true],
    ['another user', { identity: { ...IDENTITY, userUid: 'x' } }, false],
    ['another tenant', { identity: { ...IDENTITY, tenantUid: 'x' } }, false],
    ['the same subject, unconfirmed', { identity: undefined }, true],
    [
      'another subject, unconfirmed',
      { identity: undefined, subject: 'x' },
      false,
    ],
    [
      'another issuer, unconfirmed',
      { identity: undefined, issuer: 'x' },
      false,
    ],
  ])('%s', (_, change, expected) => {
    expect(isSamePaletteUser(dana, { ...dana, ...change })).toBe(expected);
  });
});
