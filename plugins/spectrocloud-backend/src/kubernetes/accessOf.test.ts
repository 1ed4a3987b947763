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
});
