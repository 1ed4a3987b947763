import { oidcLogin } from './oidcLogin';

describe('oidcLogin', () => {
  it('is a line to paste, with the scopes beside openid', () => {
    expect(
      oidcLogin({
        issuerUrl: 'https://palette.example/v1/oidc/tenant/demo',
        clientId: 'palette',
        scopes: ['openid', 'email'],
      }),
    ).toBe(
      'kubectl oidc-login get-token --oidc-issuer-url=https://palette.example/v1/oidc/tenant/demo --oidc-client-id=palette --oidc-extra-scope=email',
    );
  });

  it('runs nothing that Palette may have sent', () => {
    const line = oidcLogin({
      issuerUrl: "https://x'; rm -rf ~ #",
      clientId: '$(id)',
      scopes: ['`id`'],
    });
    expect(line).toContain(`--oidc-issuer-url='https://x'\\''; rm -rf ~ #'`);
    expect(line).toContain(`--oidc-client-id='$(id)'`);
    expect(line).toContain("--oidc-extra-scope='`id`'");
  });
});
