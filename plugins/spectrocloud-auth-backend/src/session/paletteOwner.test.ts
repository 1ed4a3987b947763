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
