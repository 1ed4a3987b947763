import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkConfig } from './checkConfig';
import { runCheck } from './runCheck';

const FORMER = `
auth:
  environment: production
  providers:
    spectrocloud:
      production:
        authorizationUrl: https://console.spectrocloud.com/v1/oidc/tenant/acme/auth
        clientId: backstage
        clientSecret: very-secret
        signIn:
          resolvers:
            - resolver: emailLocalPartMatchingUserEntityName
      staging:
        clientId: backstage
      connected:
        authorizationUrl: https://console.spectrocloud.com/v1/oidc/tenant/acme/auth
        clientId: backstage
        signIn:
          resolvers:
            - resolver: guest
spectrocloud:
  environments:
    - url: https://api.spectrocloud.com
      authEnvironment: connected
      tenant: acme
      apiToken: very-secret
      catalogProvider:
        refreshIntervalSeconds: 900
        defaultOwner: platform
        excludeProjects: [sandbox]
        excludeTenantScopedResources: true
        resources:
          clusterProfiles: false
      clusterProvider:
        rbac:
          namespace: backstage-system
kubernetes:
  clusterLocatorMethods:
    - type: config
    - type: spectrocloud
`;

/** One that needs no change. */
const OURS = {
  auth: {
    providers: {
      spectrocloud: {
        development: {
          clientSecret: 'x',
          signIn: {
            resolvers: [{ resolver: 'emailMatchingUserEntityProfileEmail' }],
          },
        },
      },
    },
  },
  spectrocloud: {
    enablePermissions: true,
    environments: [{ name: 'palette', clusterProvider: { authType: 'oidc' } }],
    tokenCache: { encryptionKeys: ['x'] },
  },
};

describe('checkConfig', () => {
  it('has nothing to say of a configuration that is ours already', () => {
    expect(checkConfig(OURS)).toEqual([]);
  });

  it.each([undefined, null, 'text', [], { spectrocloud: 3, auth: [] }])(
    'takes %j for one without Palette',
    config => {
      expect(
        checkConfig(config).filter(({ kind }) => kind === 'change'),
      ).toEqual([]);
    },
  );

  it('wants no service token where nothing is read into the catalog', () => {
    const environments = [{ name: 'palette', apiToken: 'x' }];
    expect(
      checkConfig({
        ...OURS,
        spectrocloud: { ...OURS.spectrocloud, environments },
      }),
    ).toEqual([
      {
        kind: 'note',
        key: 'spectrocloud.environments[0].apiToken',
        text: expect.stringContaining('remove it'),
      },
    ]);
  });

  it('removes a catalog provider that is switched off', () => {
    const environments = [
      { name: 'palette', catalogProvider: { enabled: false } },
    ];
    expect(
      checkConfig({
        ...OURS,
        spectrocloud: { ...OURS.spectrocloud, environments },
      }),
    ).toEqual([
      {
        kind: 'change',
        key: 'spectrocloud.environments[0].catalogProvider',
        text: expect.stringMatching(/^Remove it/),
      },
    ]);
  });
});

describe('runCheck', () => {
  let folder: string;
  let written = '';
  const write = (text: string) => {
    written += text;
  };
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'app-config-'));
    written = '';
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  it('prints what to change, the moved part in its new words, and no secret', () => {
    expect(runCheck([file('app-config.yaml', FORMER)], write)).toBe(1);
    expect(written).not.toContain('very-secret');
    expect(written).toMatchInlineSnapshot(`
     "note  auth.providers.spectrocloud.production.signIn.resolvers[0]: Whoever your tenant invites, from any domain, can match the name of an employee: add allowedDomains.
     note  auth.providers.spectrocloud.staging: It is not served: auth.environment is 'production', and no entry of spectrocloud.environments has authEnvironment: staging.
     change  auth.providers.spectrocloud.connected.clientSecret: It is required: the code is redeemed with it.
     change  auth.providers.spectrocloud.connected.signIn.resolvers[0].resolver: There is no resolver 'guest': use one of emailMatchingUserEntityProfileEmail, emailLocalPartMatchingUserEntityName, paletteUserIdMatchingUserEntityAnnotation.
     change  spectrocloud.environments[0].name: It is required: add name: palette.
     note  spectrocloud.environments[0].tenant: Tokens of another tenant are refused: it has to be the tenant's uid or organisation name.
     change  spectrocloud.environments[0].catalogProvider: Remove it, and write instead, for @terasky/backstage-plugin-catalog-backend-module-spectrocloud:

         catalog:
           providers:
             spectrocloud:
               palette:
                 schedule:
                   frequency:
                     seconds: 900
                   timeout:
                     seconds: 300
                 owners:
                   default: group:default/platform
                 projects:
                   exclude:
                     - sandbox
                 tenantScope: false
                 kinds:
                   profiles: false
     change  spectrocloud.environments[0].clusterProvider.authType: Only 'oidc' is there: users sign in to clusters as themselves. Nothing is created in clusters, so delete what was: the namespace, service account, role and binding of rbac.
     change  spectrocloud.environments[0].clusterProvider.rbac: Remove it.
     change  spectrocloud.serviceTokenFor: The API token serves no user and only the plugins that spectrocloud.serviceTokenFor names: add serviceTokenFor: [catalog].
     note  spectrocloud.enablePermissions: It is true by default, and was false: your permission policy is asked, as the user. Without a policy everything stays allowed.
     note  spectrocloud.tokenCache.encryptionKeys: Set it in production: a list with one key, of openssl rand -base64 32.
     change  kubernetes.clusterLocatorMethods[1]: Remove it, and name the Palette in spectrocloud.environments: its clusters come from there; includeProjects, excludeProjects and excludeTenantScopedClusters go below its clusterProvider.
     8 keys have to change.
     "
    `);
  });

  it('lays later files over earlier ones', () => {
    const fixed = file(
      'fixed.yaml',
      'kubernetes:\n  clusterLocatorMethods: []\n',
    );
    runCheck([file('app-config.yaml', FORMER), fixed], write);
    expect(written).not.toContain('kubernetes.clusterLocatorMethods');
    expect(written).toContain('auth.providers.spectrocloud.staging');
  });

  it('says which file it could not read', () => {
    expect(runCheck([join(folder, 'none.yaml')], write)).toBe(2);
    expect(written).toContain("none.yaml can't be read: Error: ENOENT");
  });

  it('says how it is used', () => {
    expect(runCheck([], write)).toBe(2);
    expect(written).toContain('Usage: spectrocloud-check-config');
  });
});
