import { checkAppReturn, toAppReturn } from './appReturn';

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
