import { ConfigReader } from '@backstage/config';
import { isSpectroCloudEnabled, readPaletteEnvironments } from './environments';

describe('readPaletteEnvironments', () => {
  const read = (environments: unknown, auth: object = {}) =>
    readPaletteEnvironments(
      new ConfigReader({ auth, spectrocloud: { environments } } as never),
    );

  it('reads the keys, and the origin without a trailing slash', () => {
    expect(
      read([
        {
          name: 'eu',
          url: 'https://palette.example:8443/',
          tenant: 'demo',
          apiToken: 'key\n',
          authEnvironment: 'palette-eu',
          caFile: '/ca.pem',
        },
      ]),
    ).toEqual([
      {
        name: 'eu',
        url: 'https://palette.example:8443',
        tenant: 'demo',
        apiToken: 'key',
        authEnvironment: 'palette-eu',
        apiTokenCookie: 'spectrocloud-api-token-palette-eu',
        caFile: {
          path: '/ca.pem',
          key: 'spectrocloud.environments[0].caFile',
        },
      },
    ]);
  });

  it.each([
    ['development', {}],
    ['production', { environment: 'production' }],
  ])('takes the tokens of %s by default', (authEnvironment, auth) => {
    const [environment] = read(
      [{ name: 'eu', url: 'https://p.example' }],
      auth,
    );
    expect(environment).toMatchObject({
      authEnvironment,
      apiTokenCookie: 'spectrocloud-api-token',
    });
  });

  it('trusts the authorities of its auth environment where it names none', () => {
    const auth = {
      environment: 'production',
      providers: { spectrocloud: { production: { caFile: '/auth.pem' } } },
    };
    const [own, inherited] = read(
      [
        { name: 'own', url: 'https://p.example', caFile: '/own.pem' },
        { name: 'inherited', url: 'https://p.example' },
      ],
      auth,
    );
    expect(own.caFile?.path).toBe('/own.pem');
    expect(inherited.caFile).toEqual({
      path: '/auth.pem',
      key: 'auth.providers.spectrocloud.production.caFile',
    });
  });

  it.each(['localhost', '127.0.0.1', '[::1]'])(
    'lets %s do without https',
    host => {
      const url = `http://${host}:7020`;
      expect(read([{ name: 'eu', url }])[0].url).toBe(url);
    },
  );

  it('is empty without environments', () => {
    expect(readPaletteEnvironments(new ConfigReader({}))).toEqual([]);
  });

  it.each([
    [{ url: 'https://p.example' }, 'environments[0].name is missing'],
    [{ name: 'eu' }, 'environments[0].url is missing'],
    [{ name: 'eu', url: 'p.example' }, "url 'p.example' is no URL"],
    [{ name: 'eu', url: 'ftp://p.example' }, 'must be http or https'],
    [{ name: 'eu', url: 'http://p.example' }, 'tokens in the clear'],
    [{ name: 'eu', url: 'http://localhost.p.example' }, 'in the clear'],
    [{ name: 'eu', url: 'https://p.example/v1' }, 'has a path'],
    [{ name: 'eu', url: 'https://u:p@p.example' }, 'must not hold credentials'],
  ])('refuses %j and names the key', (environment, message) => {
    expect(() => read([environment])).toThrow(message);
    expect(() => read([environment])).toThrow('spectrocloud.environments[0].');
  });

  it('refuses a name that is used twice', () => {
    const environment = { name: 'eu', url: 'https://p.example' };
    expect(() => read([environment, environment])).toThrow(
      "spectrocloud.environments[1].name 'eu' is already used",
    );
  });
});

describe('isSpectroCloudEnabled', () => {
  it.each([
    [undefined, true],
    [true, true],
    [false, false],
  ])('is with enabled: %s %s', (enabled, expected) => {
    const config = new ConfigReader({ spectrocloud: { enabled } });
    expect(isSpectroCloudEnabled(config)).toBe(expected);
  });
});
