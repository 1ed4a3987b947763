import {
  startPaletteSimulator,
  type PaletteSimulator,
} from 'palette-simulator';
import { PaletteBrowser } from './__testUtils__/PaletteBrowser';
import {
  startBackend,
  type RunningBackend,
} from './__testUtils__/startBackend';

jest.setTimeout(60_000);

describe('sign in with Palette and see your clusters', () => {
  let palette: PaletteSimulator;
  let backend: RunningBackend;

  beforeAll(async () => {
    palette = await startPaletteSimulator();
    backend = await startBackend({ paletteUrl: palette.url });
  });

  afterAll(async () => {
    await backend?.stop();
    await palette?.close();
  });

  beforeEach(() => palette.control.reset());

  it('lists the clusters of the user who signed in, with that user’s session token', async () => {
    const browser = new PaletteBrowser(backend);
    const answer = await browser.signIn('dev.dana@acme.example');
    expect(answer.backstageIdentity?.identity.userEntityRef).toBe(
      'user:default/dev.dana',
    );

    const response = await browser.fetch('/api/spectrocloud/clusters');
    expect(response.status).toBe(200);
    const { clusters } = await response.json();
    const projects = new Set(
      clusters.map(
        (c: { spec: { projectName: string } }) => c.spec.projectName,
      ),
    );
    expect(projects.size).toBe(2);

    const calls = palette.control
      .requests()
      .filter(call => call.path.startsWith('/v1/dashboard'));
    expect(calls.length).toBeGreaterThan(0);
    expect(new Set(calls.map(call => call.auth))).toEqual(new Set(['session']));
    expect(new Set(calls.map(call => call.user))).toEqual(
      new Set(['dev.dana@acme.example']),
    );
  });

  it('shows the tenant’s clusters to its administrator', async () => {
    const dana = new PaletteBrowser(backend);
    await dana.signIn('dev.dana@acme.example');
    const ada = new PaletteBrowser(backend);
    await ada.signIn('ada.admin@spectro.example');
    const few = await (await dana.fetch('/api/spectrocloud/clusters')).json();
    const all = await (await ada.fetch('/api/spectrocloud/clusters')).json();
    expect(all.clusters.length).toBeGreaterThanOrEqual(40);
    expect(few.clusters.length).toBeLessThan(all.clusters.length);
    expect(few.clusters.length).toBeGreaterThan(0);
  });

  it('asks for a new sign-in when the session was revoked, and goes on after it', async () => {
    const browser = new PaletteBrowser(backend);
    await browser.signIn('dev.dana@acme.example');
    expect((await browser.fetch('/api/spectrocloud/clusters')).status).toBe(
      200,
    );

    palette.control.revokeSessions('dev.dana@acme.example');
    const refused = await browser.fetch('/api/spectrocloud/clusters', {
      headers: { 'Cache-Control': 'no-cache' },
    });
    expect(refused.status).toBe(401);
    expect(refused.headers.get('X-SpectroCloud-ReAuth-Required')).toBe('true');
    expect((await refused.json()).error).toMatchObject({
      name: 'ReauthenticationRequiredError',
    });

    await browser.signIn('dev.dana@acme.example');
    expect((await browser.fetch('/api/spectrocloud/clusters')).status).toBe(
      200,
    );
  });

  it('refuses a Palette user whom the catalog does not know, and says why', async () => {
    const browser = new PaletteBrowser(backend);
    await expect(browser.signIn('olga.outsider@acme.example')).rejects.toThrow(
      /catalog/i,
    );
    expect((await browser.fetch('/api/spectrocloud/clusters')).status).toBe(
      401,
    );
  });
});
