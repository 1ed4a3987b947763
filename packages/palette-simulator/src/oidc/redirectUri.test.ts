import { isAllowedRedirectUri } from './redirectUri';

describe('isAllowedRedirectUri', () => {
  const isAllowed = (uri: string, ...registered: string[]) =>
    isAllowedRedirectUri(uri, {
      paletteUrl: 'https://palette.example',
      registered,
    });

  it.each([
    'http://localhost:7007/api/auth/spectrocloud/handler/frame',
    'https://127.0.0.1/cb',
    'http://[::1]:1234/cb',
    'https://palette.example/cb',
    'https://proxy.palette.example:8443/cb',
  ])('needs no registration for %s', uri => {
    expect(isAllowed(uri)).toBe(true);
  });

  it.each([
    'https://backstage.example/cb',
    'http://palette.example/cb',
    'https://notpalette.example/cb',
    'https://palette.example.evil.example/cb',
    'http://localhost.evil.example/cb',
    'http://user@localhost/cb',
    'http://localhost/cb#fragment',
    'data:text/html,hello',
    'myapp://callback',
    'not a url',
  ])('refuses %s', uri => {
    expect(isAllowed(uri)).toBe(false);
  });

  it('compares the whole address, host and default port leniently', () => {
    const registered = 'https://backstage.example/cb?env=production';
    expect(isAllowed(registered, registered)).toBe(true);
    expect(
      isAllowed('https://BACKSTAGE.example:443/cb?env=production', registered),
    ).toBe(true);
    for (const other of [
      'https://backstage.example/cb',
      'https://backstage.example/CB?env=production',
      'https://backstage.example/cb?env=production&x=1',
      'https://backstage.example:8443/cb?env=production',
    ]) {
      expect(isAllowed(other, registered)).toBe(false);
    }
  });

  it('knows a star in host and path', () => {
    const registered = 'https://*.corp.example/api/auth/*';
    expect(isAllowed('https://a.corp.example/api/auth/x/y', registered)).toBe(
      true,
    );
    expect(isAllowed('https://a.corp.example/other', registered)).toBe(false);
    expect(isAllowed('https://corp.example/api/auth/x', registered)).toBe(
      false,
    );
  });

  it('a star in the host does not reach into the path', () => {
    expect(
      isAllowed(
        'https://evil.example/.corp.example/cb',
        'https://*.corp.example/cb',
      ),
    ).toBe(false);
  });

  it('treats a dot of a registered address as a dot', () => {
    expect(
      isAllowed('https://aXcorp.example/cb', 'https://a.corp.example/*'),
    ).toBe(false);
  });
});
