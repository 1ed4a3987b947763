import { stringify } from 'yaml';
import { AUTHORITY_PEM } from '../__fixtures__/authority';
import { parseKubeconfig } from '../kubeconfig/parseKubeconfig';
import { YamlReader } from '../kubeconfig/YamlReader';
import { accessOf } from './accessOf';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const CA = base64(AUTHORITY_PEM);
const TOLD = { clientId: 'backstage', issuerUrl: 'https://palette.example/t' };
const KUBELOGIN = {
  exec: {
    command: 'kubectl',
    args: [
      'oidc-login',
      '--oidc-issuer-url=https://issuer.example',
      '--oidc-client-id',
      'of-the-pack',
      '--oidc-client-secret=SECRET',
    ],
  },
};

const yaml = YamlReader.create();
const read = async (
  cluster: Record<string, unknown>,
  user: unknown = KUBELOGIN,
  told: typeof TOLD | undefined = TOLD,
) =>
  accessOf(
    await parseKubeconfig(
      stringify({
        kind: 'Config',
        clusters: [{ name: 'prod', cluster }],
        users: [{ name: 'oidc', user }],
      }),
      yaml,
    ),
    told,
  );

const SERVER = 'https://prod.example:6443';

describe('accessOf', () => {
  it('takes endpoint, CA and OIDC client out of a kubeconfig, and nothing else', async () => {
    const found = await read({
      server: `${SERVER}/`,
      'certificate-authority-data': CA,
      'insecure-skip-tls-verify': true,
    });
    expect(found).toEqual({
      access: { endpoint: SERVER, caData: CA, oidc: TOLD },
    });
  });

  it('keeps a path, as Rancher and others have it', async () => {
    const { access } = await read({ server: `${SERVER}/k8s/c-1` });
    expect(access?.endpoint).toBe(`${SERVER}/k8s/c-1`);
  });

  it('goes by the kubeconfig where Palette tells no client', async () => {
    const found = accessOf(
      {
        text: '',
        credential: 'user',
        cluster: { server: SERVER },
        oidc: { issuerUrl: 'https://issuer.example', clientId: 'of-the-pack' },
      },
      undefined,
    );
    expect(found.access?.oidc?.clientId).toBe('of-the-pack');
  });

  it.each([
    'http://prod.example:6443',
    'https://user:SECRET@prod.example',
    'https://prod.example/?a=b',
    'ftp://prod.example',
    'prod.example',
    '',
    `https://${'a'.repeat(400)}.example`,
  ])('takes no endpoint such as %s', async server => {
    expect(await read({ server })).toEqual({ gap: 'unreadable' });
  });

  it('takes no CA that is none, and never a key', async () => {
    const key =
      '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n';
    const mixed = await read({
      server: SERVER,
      'certificate-authority-data': base64(`${key}${AUTHORITY_PEM}`),
    });
    expect(mixed.access?.caData).toBe(CA);
    for (const text of [key, 'nonsense', AUTHORITY_PEM.replace(/M/g, 'N')]) {
      expect(
        await read({
          server: SERVER,
          'certificate-authority-data': base64(text),
        }),
      ).toEqual({ gap: 'unreadable' });
    }
  });

  it.each([
    ['a shared token', { token: 'SECRET' }],
    ['a certificate', { 'client-certificate-data': 'SECRET' }],
  ])('says that %s is no sign-in of a user', async (_, user) => {
    const found = await read({ server: SERVER }, user);
    expect(found.gap).toBe('no-oidc');
    expect(JSON.stringify(found)).not.toContain('SECRET');
  });

  it('says that nobody signs in where there is no OIDC client', async () => {
    const found = accessOf(
      { text: '', credential: 'user', cluster: { server: SERVER } },
      undefined,
    );
    expect(found.gap).toBe('no-oidc');
  });

  it('knows Palette’s proxy by its name', async () => {
    const { gap } = await read({
      server: 'https://cluster-abc.proxy.palette.example:443',
    });
    expect(gap).toBe('behind-proxy');
  });

  it('takes over no proxy that a kubeconfig names, and no other name for its certificate', async () => {
    const found = await read({
      server: SERVER,
      'proxy-url': 'http://attacker.example:8080',
      'tls-server-name': 'attacker.example',
      'certificate-authority': '/etc/ssl/attacker.pem',
    });
    expect(found).toEqual({ access: { endpoint: SERVER, oidc: TOLD } });
  });

  it('says that another plugin signs nobody in where Palette tells no OIDC', async () => {
    const user = {
      exec: { command: 'aws', args: ['eks', 'get-token', '--cluster', 'a'] },
    };
    const found = accessOf(
      await parseKubeconfig(
        stringify({
          kind: 'Config',
          clusters: [{ name: 'prod', cluster: { server: SERVER } }],
          users: [{ name: 'aws', user }],
        }),
        yaml,
      ),
      undefined,
    );
    expect(found.gap).toBe('no-oidc');
  });

  describe('with several contexts', () => {
    const several = async (changes: Record<string, unknown>) =>
      accessOf(
        await parseKubeconfig(
          stringify({
            kind: 'Config',
            clusters: [
              { name: 'old', cluster: { server: 'https://old.example' } },
              { name: 'prod', cluster: { server: SERVER } },
            ],
            users: [
              {
                name: 'of-old',
                user: {
                  exec: {
                    args: [
                      '--oidc-issuer-url=https://old',
                      '--oidc-client-id=old',
                    ],
                  },
                },
              },
              { name: 'of-prod', user: KUBELOGIN },
            ],
            contexts: [
              { name: 'a', context: { cluster: 'old', user: 'of-old' } },
              { name: 'b', context: { cluster: 'prod', user: 'of-prod' } },
            ],
            ...changes,
          }),
          yaml,
        ),
        undefined,
      ).access;

    it('goes by the current one', async () => {
      expect(await several({ 'current-context': 'b' })).toMatchObject({
        endpoint: SERVER,
        oidc: { clientId: 'of-the-pack' },
      });
    });

    it.each([
      {},
      { 'current-context': 'none' },
      { 'current-context': 7 },
      { 'current-context': 'b', contexts: 'none' },
      { 'current-context': 'c', contexts: [{ name: 'c', context: 7 }] },
      {
        'current-context': 'c',
        contexts: [{ name: 'c', context: { cluster: 'gone' } }],
      },
    ])('takes the first cluster with %j', async changes => {
      expect((await several(changes))?.endpoint).toBe('https://old.example');
    });

    it('says that a shared token is none of a user’s, whose context it ever is', async () => {
      const found = accessOf(
        await parseKubeconfig(
          stringify({
            kind: 'Config',
            clusters: [{ name: 'prod', cluster: { server: SERVER } }],
            users: [
              { name: 'admin', user: { token: 'SECRET' } },
              { name: 'oidc', user: KUBELOGIN },
            ],
            contexts: [
              { name: 'a', context: { cluster: 'prod', user: 'oidc' } },
            ],
            'current-context': 'a',
          }),
          yaml,
        ),
        TOLD,
      );
      expect(found.gap).toBe('no-oidc');
      expect(JSON.stringify(found)).not.toContain('SECRET');
    });
  });
});
