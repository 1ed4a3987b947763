import fc from 'fast-check';
import { checkAppReturn, toAppReturn, toProfile } from './appResponse';

/** Where everything is allowed, so that the scheme alone decides. */
const app = { appUrl: 'https://app.example/base', isOriginAllowed: () => true };

describe('the address that the redirect flow goes back to', () => {
  it.each(['vbscript:x', 'data:text/html,x', 'ftp://app.example/'])(
    'is never %s, whatever origins are allowed',
    redirectUrl => {
      const wanted = { flow: 'redirect', redirectUrl };
      expect(() => checkAppReturn(wanted, app)).toThrow(/not allowed/);
      expect(toAppReturn(wanted, app).redirectUrl).toBe(app.appUrl);
    },
  );
});

describe('toProfile', () => {
  it.each([
    [{ given_name: 'Ada', family_name: 'Admin', name: 'x' }, 'Ada Admin'],
    [{ given_name: ' Ada ' }, 'Ada'],
    [{ family_name: 'Admin' }, 'Admin'],
    [{ name: 'Ada A.' }, 'Ada A.'],
    [{ name: 7, given_name: '' }, 'ada@acme.example'],
    [{}, 'ada@acme.example'],
  ])('names %p %s', (claims, displayName) => {
    expect(toProfile(claims, 'ada@acme.example')).toEqual({
      email: 'ada@acme.example',
      displayName,
      picture: undefined,
    });
  });

  it('takes the address that may be used, not the claim', () => {
    expect(toProfile({ email: 'x@y.example' }, undefined)).toEqual({
      email: undefined,
      displayName: undefined,
      picture: undefined,
    });
  });

  it.each([
    ['https://palette.example/a.png', 'https://palette.example/a.png'],
    ['data:image/svg+xml,<svg/>', undefined],
    ['http://palette.example/a.png', undefined],
    [7, undefined],
  ])('takes the picture %s as %s', (picture, expected) => {
    expect(toProfile({ picture }, undefined).picture).toBe(expected);
  });

  it('never fails', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('given_name', 'family_name', 'name', 'picture'),
          fc.anything(),
        ),
        claims => {
          expect(() => toProfile(claims, undefined)).not.toThrow();
        },
      ),
    );
  });
});
