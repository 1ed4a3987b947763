import { generateKeyPairSync } from 'node:crypto';
import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { readProviderConfig } from './readProviderConfig';

const AUTH_BASE_URL = 'https://backstage.acme.example/api/auth';
const KEY = 'auth.providers.spectrocloud.production';
const CALLBACK = `${AUTH_BASE_URL}/spectrocloud/handler/frame`;

const block: JsonObject = {
  clientId: 'backstage',
  clientSecret: 'secret',
  authorizationUrl: 'https://console.spectrocloud.com/v1/oidc/tenant/acme/auth',
};

function read(
  changes: JsonObject = {},
  root: JsonObject = {},
  blocks?: JsonObject,
) {
  return readProviderConfig({
    config: mockServices.rootConfig({
      data: {
        auth: {
          environment: 'production',
          providers: {
            spectrocloud: blocks ?? { production: { ...block, ...changes } },
          },
        },
        ...root,
      },
    }),
    authBaseUrl: AUTH_BASE_URL,
  });
}

function readOne(changes: JsonObject = {}) {
  return read(changes)!.environments[0];
}

describe('readProviderConfig', () => {
  it('reads where further certificate authorities are', () => {
    expect(readOne({ caFile: '/ca.pem' }).caFile).toEqual({
      path: '/ca.pem',
      key: `${KEY}.caFile`,
    });
  });

  it.each(['clientId', 'clientSecret'] as const)(
    'takes %s without the line break that files end with',
    key => {
      expect(readOne({ [key]: 'the-value\n' })[key]).toBe('the-value');
      expect(readOne({ [key]: ' the value\r\n' })[key]).toBe('the value');
    },
  );

  it.each([
    ['in two lines', 'a\nb', 'has a line break'],
    ['of blanks', '  \n', 'is blank'],
  ])('refuses a clientSecret %s', (_title, clientSecret, fault) => {
    expect(() => readOne({ clientSecret })).toThrow(
      `Configuration ${KEY}.clientSecret ${fault}`,
    );
  });

  it.each(['login', 'none', 'login  consent', 'select_account login'])(
    'takes the prompt %s',
    prompt => {
      expect(readOne({ prompt }).prompt).toBe(prompt.replace(/ +/, ' '));
    },
  );

  it('reads how the client authenticates, and what is added to the authorization request', () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const clientPrivateKey = privateKey.export({
      type: 'pkcs8',
      format: 'pem',
    });
    expect(
      readOne({
        tokenEndpointAuthMethod: 'private_key_jwt',
        clientSecret: undefined,
        clientPrivateKey: String(clientPrivateKey),
        clientPrivateKeyId: 'k1',
        startUrlSearchParams: { organization: 'acme' },
      }),
    ).toMatchObject({
      tokenEndpointAuthMethod: 'private_key_jwt',
      clientPrivateKey: { key: expect.anything(), id: 'k1' },
      startUrlSearchParams: { organization: 'acme' },
    });
  });

  it('names keys that nothing reads', () => {
    const { warnings } = read({
      domain: 'x',
      signIn: { resolver: 'x', resolvers: [] },
    })!;
    expect(warnings).toEqual(
      expect.arrayContaining(
        ['domain', 'signIn.resolver'].map(key =>
          expect.stringContaining(`${KEY}.${key} is not read by this provider`),
        ),
      ),
    );
  });

  it('has the defaults of the documentation', () => {
    expect(readOne()).toEqual({
      name: 'production',
      key: KEY,
      role: 'sign-in',
      clientId: 'backstage',
      clientSecret: 'secret',
      issuer: 'https://console.spectrocloud.com/v1/oidc/tenant/acme',
      authorizationUrl: block.authorizationUrl,
      tokenUrl: undefined,
      jwksUrl: undefined,
      caFile: undefined,
      callbackUrl: CALLBACK,
      scopes: ['openid', 'profile', 'email'],
      prompt: undefined,
      startUrlSearchParams: undefined,
      tokenEndpointAuthMethod: undefined,
      timeoutMs: 10_000,
      tokenEndpointRateLimit: 10,
      clockToleranceSeconds: 30,
      requireVerifiedEmail: false,
      cookieDomain: undefined,
      exposeApiToken: false,
      sessionDurationMs: 30 * 24 * 3_600_000,
      sessionIdleTimeoutMs: 7 * 24 * 3_600_000,
      missingUserGraceMs: 600_000,
      maxSessionsPerUser: 100,
      revokeOnSignOut: true,
      addMissingUsers: false,
      resolvers: [],
    });
  });

  it('reads whether users whom the catalog lacks are announced', () => {
    const signIn = { addMissingUsers: true, resolvers: [] };
    expect(readOne({ signIn })?.addMissingUsers).toBe(true);
    expect(read({ signIn })!.warnings.join()).not.toContain('addMissingUsers');
  });

  it('is undefined where the provider is not configured', () => {
    expect(
      readProviderConfig({
        config: mockServices.rootConfig({ data: {} }),
        authBaseUrl: AUTH_BASE_URL,
      }),
    ).toBeUndefined();
  });

  it('adds openid to the scopes', () => {
    expect(readOne({ scope: 'email groups' }).scopes).toEqual([
      'openid',
      'email',
      'groups',
    ]);
  });

  it('keeps the host of an authorizationUrl whose host is called auth', () => {
    expect(
      readOne({ authorizationUrl: 'https://auth.corp.example/auth' }).issuer,
    ).toBe('https://auth.corp.example');
  });

  it('reads durations in every notation', () => {
    expect(
      readOne({ timeout: '5s', clockTolerance: { minutes: 1 } }),
    ).toMatchObject({ timeoutMs: 5_000, clockToleranceSeconds: 60 });
  });

  it.each(['http://localhost:7020', 'http://127.0.0.1', 'http://[::1]:80'])(
    'allows plain http on the machine itself: %s',
    origin => {
      expect(readOne({ authorizationUrl: `${origin}/t/auth` }).issuer).toBe(
        `${new URL(origin).origin}/t`,
      );
    },
  );

  it.each<[string, JsonObject, string]>([
    [
      'a missing clientId',
      { clientId: undefined },
      `Configuration ${KEY}.clientId is missing; set it to the client id of Palette's OIDC client for Backstage`,
    ],
    [
      'an empty clientSecret',
      { clientSecret: '' },
      `Configuration ${KEY}.clientSecret is missing; set it to the secret that belongs to clientId, for example through an environment variable`,
    ],
    [
      'neither authorizationUrl nor issuer',
      { authorizationUrl: undefined },
      `Configuration ${KEY}.authorizationUrl is missing; set it to https://console.spectrocloud.com/v1/oidc/tenant/{tenant-id}/auth`,
    ],
    [
      'an authorizationUrl that is no URL',
      { authorizationUrl: 'console.spectrocloud.com/auth' },
      `Configuration ${KEY}.authorizationUrl is not a URL; give a full address such as https://console.spectrocloud.com/v1/oidc/tenant/{tenant-id}/auth`,
    ],
    [
      'an authorizationUrl without an issuer to derive',
      { authorizationUrl: 'https://console.spectrocloud.com/' },
      `Configuration ${KEY}.authorizationUrl has no last path segment, so no issuer can be derived from it; use the form https://console.spectrocloud.com/v1/oidc/tenant/{tenant-id}/auth or set ${KEY}.issuer`,
    ],
    [
      'an authorizationUrl with http',
      { authorizationUrl: 'http://palette.example/t/auth' },
      `Configuration ${KEY}.authorizationUrl uses 'http:' for host 'palette.example'; use https: (http: is allowed for localhost, names below it, 127.0.0.1 and [::1] only)`,
    ],
    [
      'an authorizationUrl with a password',
      { authorizationUrl: 'https://u:p@palette.example/t/auth' },
      `Configuration ${KEY}.authorizationUrl contains a user name, a password or a fragment; leave only scheme, host, path and query, as in https://console.spectrocloud.com/v1/oidc/tenant/{tenant-id}/auth`,
    ],
    [
      'an issuer with a query',
      { issuer: 'https://palette.example/t?x=1' },
      `Configuration ${KEY}.issuer contains a query; leave only scheme, host and path, as OpenID Connect demands of an issuer`,
    ],
    [
      'a tokenUrl with http',
      { tokenUrl: 'http://palette.example/token' },
      `Configuration ${KEY}.tokenUrl uses 'http:' for host 'palette.example'; use https: (http: is allowed for localhost, names below it, 127.0.0.1 and [::1] only)`,
    ],
    [
      'a jwksUrl that is no URL',
      { jwksUrl: 'keys' },
      `Configuration ${KEY}.jwksUrl is not a URL; give a full address such as https://console.spectrocloud.com/v1/oidc/tenant/t/keys`,
    ],
    [
      'a callbackUrl that is no URL',
      { callbackUrl: '/spectrocloud/handler/frame' },
      `Configuration ${KEY}.callbackUrl is not a URL; give a full address such as ${CALLBACK}`,
    ],
    [
      'a callbackUrl with http',
      { callbackUrl: 'http://b.example/spectrocloud/handler/frame' },
      `Configuration ${KEY}.callbackUrl uses 'http:' for host 'b.example'; use https: (http: is allowed for localhost, names below it, 127.0.0.1 and [::1] only)`,
    ],
    [
      'a callbackUrl of another path',
      { callbackUrl: 'https://b.example/callback' },
      `Configuration ${KEY}.callbackUrl has the path '/callback', where nothing answers; its path must end in /spectrocloud/handler/frame, as in ${CALLBACK}`,
    ],
    [
      'a callbackUrl with a query',
      { callbackUrl: `${CALLBACK}?env=production` },
      `Configuration ${KEY}.callbackUrl contains a query, which Palette's answer would be mixed with; remove everything from the question mark on`,
    ],
    [
      'a cookieDomain that does not cover the backend',
      { cookieDomain: 'other.example' },
      `Configuration ${KEY}.cookieDomain is 'other.example', which does not cover the backend's host 'backstage.acme.example'; give that host or a domain above it, or leave it out`,
    ],
    [
      'a cookieDomain of one part',
      { cookieDomain: 'example' },
      `Configuration ${KEY}.cookieDomain is 'example', which browsers refuse as a cookie's domain; give a domain of your own such as example.com, or leave it out`,
    ],
    [
      'the placeholder of the documentation',
      {
        authorizationUrl:
          'https://console.spectrocloud.com/v1/oidc/tenant/{tenant-id}/auth',
      },
      `Configuration ${KEY}.authorizationUrl still has a placeholder in braces; put the tenant's id in its place`,
    ],
    [
      'a cookieDomain that everybody can have a part of',
      { cookieDomain: 'github.io' },
      `Configuration ${KEY}.cookieDomain is 'github.io', which browsers refuse as a cookie's domain; give a domain of your own such as example.com, or leave it out`,
    ],
    [
      'a cookieDomain that is a public suffix',
      { cookieDomain: '.co.uk' },
      `Configuration ${KEY}.cookieDomain is '.co.uk', which browsers refuse as a cookie's domain; give a domain of your own such as example.com, or leave it out`,
    ],
    [
      'an unknown prompt',
      { prompt: 'auto' },
      `Configuration ${KEY}.prompt is 'auto', which OpenID Connect does not know; use one or more of login, consent, select_account, separated by spaces, or none alone, or leave it out`,
    ],
    [
      'none beside another prompt',
      { prompt: 'none login' },
      `Configuration ${KEY}.prompt is 'none login', which OpenID Connect does not know; use one or more of login, consent, select_account, separated by spaces, or none alone, or leave it out`,
    ],
    [
      'an unknown authentication method',
      { tokenEndpointAuthMethod: 'tls_client_auth' },
      `Configuration ${KEY}.tokenEndpointAuthMethod is 'tls_client_auth', which is not supported; use one of client_secret_basic, client_secret_post, private_key_jwt or leave it out`,
    ],
    [
      'private_key_jwt without a key',
      { tokenEndpointAuthMethod: 'private_key_jwt' },
      `Configuration ${KEY}.clientPrivateKey is missing; private_key_jwt needs the client's private key as PEM (PKCS #8)`,
    ],
    [
      'a private key that is none',
      { tokenEndpointAuthMethod: 'private_key_jwt', clientPrivateKey: 'x' },
      `Configuration ${KEY}.clientPrivateKey is not an RSA or P-256 private key; give it as PEM (PKCS #8), unencrypted`,
    ],
    [
      'a private key that is not used',
      { clientPrivateKey: 'x' },
      `Configuration ${KEY}.clientPrivateKey is of no use without ${KEY}.tokenEndpointAuthMethod: private_key_jwt; set that or remove the key`,
    ],
    [
      'a parameter that a sign-in is made of',
      { startUrlSearchParams: { state: 'x' } },
      `Configuration ${KEY}.startUrlSearchParams.state would change what a sign-in is made of; remove it`,
    ],
    [
      'a parameter that has a key of its own',
      { startUrlSearchParams: { scope: 'x' } },
      `Configuration ${KEY}.startUrlSearchParams.scope has a key of its own; use ${KEY}.scope instead`,
    ],
    [
      'a scope that is a list',
      { scope: ['openid'] },
      `Configuration ${KEY}.scope is not a text; write the scopes in one line, separated by spaces, as in 'openid profile email'`,
    ],
    [
      'a limit below zero',
      { tokenEndpointRateLimit: -1 },
      `Configuration ${KEY}.tokenEndpointRateLimit is -1; give the calls a second that Palette's token endpoint takes, or 0 to let sign-ins never queue`,
    ],
    [
      'a timeout that is no duration',
      { timeout: 'soon' },
      `Configuration ${KEY}.timeout is not a duration; write for example { seconds: 10 } or '10s'`,
    ],
    [
      'a session of no length',
      { sessionDuration: { seconds: 1 } },
      `Configuration ${KEY}.sessionDuration is not a duration of at least a minute; write for example { hours: 12 } or '12h'`,
    ],
    [
      'an unknown resolver',
      { signIn: { resolvers: [{ resolver: 'emailMatchesUser' }] } },
      `Configuration ${KEY}.signIn.resolvers[0].resolver names the unknown resolver 'emailMatchesUser'; use one of emailMatchingUserEntityProfileEmail, emailLocalPartMatchingUserEntityName, paletteUserIdMatchingUserEntityAnnotation`,
    ],
    [
      'scopes',
      { scopes: 'openid' },
      `Configuration ${KEY}.scopes is not read by this provider; use ${KEY}.scope instead`,
    ],
    [
      'metadataUrl',
      { metadataUrl: 'https://x.example' },
      `Configuration ${KEY}.metadataUrl is not read by this provider; use ${KEY}.issuer instead`,
    ],
    [
      'tokenEndpoint',
      { tokenEndpoint: 'https://x.example' },
      `Configuration ${KEY}.tokenEndpoint is not read by this provider; use ${KEY}.tokenUrl instead`,
    ],
    [
      'a known key in another spelling',
      { client_secret: 's' },
      `Configuration ${KEY}.client_secret is not read by this provider; use ${KEY}.clientSecret instead`,
    ],
    ...[0, -1, 1.5, 'many'].map((value): [string, JsonObject, string] => [
      `maxSessionsPerUser: ${value}`,
      { maxSessionsPerUser: value },
      `Configuration ${KEY}.maxSessionsPerUser is not a whole number of at least 1; write for example 100`,
    ]),
  ])('refuses %s', (_, changes, message) => {
    expect(() => read(changes)).toThrow(
      expect.objectContaining({ name: 'InputError', message }),
    );
  });

  it('refuses an auth.environment without a block, listing the blocks', () => {
    expect(() => read({}, {}, { staging: block, development: block })).toThrow(
      "Configuration auth.environment is 'production', for which there is no block under auth.providers.spectrocloud (there: staging, development); add auth.providers.spectrocloud.production or set auth.environment to one of the blocks",
    );
  });

  it('refuses an authEnvironment without a block', () => {
    expect(() =>
      read(
        {},
        {
          spectrocloud: {
            environments: [
              { name: 'a', url: 'https://a.example', authEnvironment: 'lab' },
            ],
          },
        },
      ),
    ).toThrow(
      "Configuration spectrocloud.environments[0].authEnvironment is 'lab', for which there is no block under auth.providers.spectrocloud (there: production); name one of the blocks or add auth.providers.spectrocloud.lab",
    );
  });

  describe('with several blocks', () => {
    const environments = {
      spectrocloud: {
        environments: [
          { name: 'lab', url: 'https://a.example', authEnvironment: 'lab' },
        ],
      },
    };
    const lab = {
      ...block,
      authorizationUrl: 'https://lab.example/v1/oidc/tenant/acme/auth',
    };

    it('serves the sign-in block and those that an environment names, no other', () => {
      const config = read({}, environments, {
        production: block,
        lab,
        // Not even checked: it can't be reached.
        development: { clientId: 'x' },
      });
      expect(
        config!.environments.map(({ name, role }) => [name, role]),
      ).toEqual([
        ['production', 'sign-in'],
        ['lab', 'connect'],
      ]);
    });

    it('warns of a signIn that is ignored, and ignores it', () => {
      const config = read({}, environments, {
        production: { ...block, callbackUrl: CALLBACK },
        lab: {
          ...lab,
          callbackUrl:
            'https://lab.backstage.acme.example/api/auth/spectrocloud/handler/frame',
          signIn: {
            resolvers: [{ resolver: 'emailMatchingUserEntityProfileEmail' }],
          },
        },
      });
      expect(config!.environments[1].resolvers).toEqual([]);
      expect(config!.warnings).toEqual([
        expect.stringContaining(
          'auth.providers.spectrocloud.lab.signIn is ignored',
        ),
      ]);
    });

    it('warns of two issuers behind one callbackUrl', () => {
      const config = read({}, environments, { production: block, lab });
      expect(config!.warnings).toEqual([
        expect.stringContaining('RFC 9700 section 4.4'),
      ]);
    });
  });

  it('warns of a signIn without resolvers', () => {
    expect(read({ signIn: { resolvers: [] } })!.warnings).toEqual([
      expect.stringContaining('nobody can sign in with Palette'),
    ]);
    expect(read()!.warnings).toEqual([]);
  });

  it('warns once of a local-part resolver for all domains, naming the risk and the key', () => {
    const resolver = 'emailLocalPartMatchingUserEntityName';
    expect(read({ signIn: { resolvers: [{ resolver }] } })!.warnings).toEqual([
      expect.stringMatching(
        /Anyone whom the Palette tenant invites.*signIn\.resolvers\[0\]\.allowedDomains/,
      ),
    ]);
    expect(
      read({
        signIn: { resolvers: [{ resolver, allowedDomains: ['acme.example'] }] },
      })!.warnings,
    ).toEqual([]);
  });

  describe('warns of the Palette of an environment without authEnvironment', () => {
    const at = (url: string, others: JsonObject = {}) =>
      read(
        {},
        {
          spectrocloud: {
            environments: [
              { name: 'own', url: 'https://api.spectrocloud.com' },
              { name: 'other', url, ...others },
            ],
          },
        },
      )!.warnings;

    it('that is on another site than the issuer, whose tokens it would get', () => {
      expect(at('https://palette.acme.example')).toEqual([
        `spectrocloud.environments[1] (other) is at https://palette.acme.example, which is not on the site of ${KEY}'s issuer, and gets the tokens of users who sign in there, since it names no authEnvironment; set spectrocloud.environments[1].authEnvironment to 'production' if that is meant, else to the block that is that Palette's own`,
      ]);
    });

    it('unless it is on the same site, or the block is named', () => {
      expect(at('https://eu.spectrocloud.com')).toEqual([]);
      const authEnvironment = 'production';
      expect(at('https://palette.acme.example', { authEnvironment })).toEqual(
        [],
      );
    });
  });
});
