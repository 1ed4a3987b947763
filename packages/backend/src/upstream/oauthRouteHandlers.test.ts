import oidcModule from '@backstage/plugin-auth-backend-module-oidc-provider';
import {
  type PaletteSimulator,
  startPaletteSimulator,
} from 'palette-simulator';
import {
  type RunningBackend,
  startBackend,
} from '../__testUtils__/startBackend';
import { ProviderProbe, type Observation } from './__testUtils__/ProviderProbe';
import { differences } from './__testUtils__/differences';

jest.setTimeout(60_000);

const EVIL = 'https://evil.example';
const SCRIPT = { 'X-Requested-With': 'XMLHttpRequest' };
const REDIRECT = {
  flow: 'redirect',
  redirectUrl: 'http://localhost:3000/clusters',
};

/** What is asked of both providers: everything that users or the front end depend on, and wrong inputs of each route. */
const PROBES: Record<string, (probe: ProviderProbe) => Promise<Response>> = {
  start: probe => probe.start(),
  'start without env': probe => probe.request('start'),
  'start of an unknown env': probe => probe.start({ env: 'nowhere' }),
  'start for a foreign origin': probe => probe.start({ origin: EVIL }),
  'start for no origin at all': probe => probe.start({ origin: 'x' }),
  'start of a redirect': probe => probe.start(REDIRECT),
  'start of a redirect to nowhere': probe => probe.start({ flow: 'redirect' }),
  'start of a redirect elsewhere': probe =>
    probe.start({ flow: 'redirect', redirectUrl: EVIL }),
  callback: probe => probe.signIn(),
  'callback of a redirect': async probe =>
    probe.fetch(await probe.authorize(REDIRECT)),
  'callback without parameters': probe => probe.request('handler/frame'),
  'callback without cookies': async probe =>
    fetch(await probe.authorize(), { redirect: 'manual' }),
  'callback that is repeated': async probe => {
    const callback = await probe.authorize();
    const cookie = probe.jar.header(callback);
    await probe.fetch(callback);
    return fetch(callback, { headers: { cookie } });
  },
  'callback with access_denied': async probe => {
    const callback = await probe.authorize();
    callback.searchParams.delete('code');
    callback.searchParams.set('error', 'access_denied');
    return probe.fetch(callback);
  },
  'callback with access_denied of a redirect': async probe => {
    const callback = await probe.authorize(REDIRECT);
    callback.searchParams.delete('code');
    callback.searchParams.set('error', 'access_denied');
    return probe.fetch(callback);
  },
  'callback with another code': async probe => {
    const callback = await probe.authorize();
    callback.searchParams.set('code', 'invented');
    return probe.fetch(callback);
  },
  'callback by POST': async probe =>
    probe.fetch(await probe.authorize(), { method: 'POST' }),
  refresh: async probe => {
    await probe.signIn();
    return probe.script('refresh');
  },
  'refresh without env': async probe => {
    await probe.signIn();
    return probe.script('refresh', { query: {} });
  },
  'refresh without the header': async probe => {
    await probe.signIn();
    return probe.script('refresh', { headers: {} });
  },
  'refresh of a foreign origin': async probe => {
    await probe.signIn();
    return probe.script('refresh', { headers: { ...SCRIPT, Origin: EVIL } });
  },
  'refresh without a session': probe => probe.script('refresh'),
  'refresh by POST': async probe => {
    await probe.signIn();
    return probe.request('refresh', {
      method: 'POST',
      query: { env: 'development' },
      headers: SCRIPT,
    });
  },
  logout: async probe => {
    await probe.signIn();
    return probe.script('logout');
  },
  'logout without the header': async probe => {
    await probe.signIn();
    return probe.script('logout', { headers: {} });
  },
  'logout of a foreign origin': async probe => {
    await probe.signIn();
    return probe.script('logout', { headers: { ...SCRIPT, Origin: EVIL } });
  },
  'logout without a session': probe => probe.script('logout'),
  'logout by GET': async probe =>
    probe.request('logout', {
      query: { env: 'development' },
      headers: SCRIPT,
    }),
};

describe('our OAuth route handlers beside the framework’s', () => {
  let palette: PaletteSimulator;
  let backend: RunningBackend;

  beforeAll(async () => {
    palette = await startPaletteSimulator();
    backend = await startBackend({
      paletteUrl: palette.url,
      features: [oidcModule],
      config: {
        auth: {
          // The framework's provider keeps its state there.
          session: { secret: 'a session secret of the tests, long enough' },
          providers: {
            oidc: {
              development: {
                metadataUrl: `${palette.url}/v1/oidc/tenant/demo/.well-known/openid-configuration`,
                clientId: 'backstage',
                clientSecret: 'backstage-demo-secret',
                tokenEndpointAuthMethod: 'client_secret_post',
                prompt: 'auto',
                sessionDuration: { days: 30 },
                signIn: {
                  resolvers: [
                    { resolver: 'emailMatchingUserEntityProfileEmail' },
                  ],
                },
              },
            },
          },
        },
      },
    });
  });
  afterAll(async () => {
    await backend?.stop();
    await palette?.close();
  });

  async function observe(provider: string, name: string): Promise<Observation> {
    const probe = new ProviderProbe({
      backendUrl: backend.baseUrl,
      paletteUrl: palette.url,
      provider,
    });
    return probe.observe(await PROBES[name](probe));
  }

  it.each(Object.keys(PROBES))(
    'answers %s alike, but for what the table names',
    async name => {
      const framework = await observe('oidc', name);
      const ours = await observe('spectrocloud', name);
      const aspects = new Set([
        ...Object.keys(framework),
        ...Object.keys(ours),
      ]);
      const found = [...aspects]
        .filter(aspect => framework[aspect] !== ours[aspect])
        .map(aspect => ({
          aspect,
          framework: framework[aspect],
          ours: ours[aspect],
        }));
      const named = (differences[name] ?? []).map(
        ({ reason: _, ...difference }) => difference,
      );
      expect(found).toEqual(named);
    },
  );

  it('names no difference of what is not asked', () => {
    expect(Object.keys(PROBES)).toEqual(
      expect.arrayContaining(Object.keys(differences)),
    );
  });
});
