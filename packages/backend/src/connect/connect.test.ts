import {
  startPaletteSimulator,
  type PaletteSimulator,
} from 'palette-simulator';
import { PaletteBrowser } from '../__testUtils__/PaletteBrowser';
import {
  startBackend,
  type RunningBackend,
} from '../__testUtils__/startBackend';
import {
  otherProvider,
  signInWithOtherProvider,
} from '../__testUtils__/otherProvider';

jest.setTimeout(60_000);

const DANA = 'dev.dana@acme.example';
const ADA = 'ada.admin@spectro.example';
const HANDLE = 'spectrocloud-refresh-token';
const API_TOKEN = 'spectrocloud-api-token';

describe('Palette beside another sign-in provider', () => {
  let palette: PaletteSimulator;
  let backend: RunningBackend;

  beforeAll(async () => {
    palette = await startPaletteSimulator();
    backend = await startBackend({
      paletteUrl: palette.url,
      features: [otherProvider],
      config: {
        auth: {
          providers: {
            other: {},
            spectrocloud: { development: { signIn: null } },
          },
        },
      },
    });
  });

  afterAll(async () => {
    await backend?.stop();
    await palette?.close();
  });

  beforeEach(() => palette.control.reset());

  afterEach(async () => {
    for (const user of ['dev.dana', 'ada']) {
      const browser = await browserOf(user);
      await browser.fetch('/api/auth/spectrocloud/sessions', {
        method: 'DELETE',
      });
    }
  });

  async function browserOf(user: string): Promise<PaletteBrowser> {
    const browser = new PaletteBrowser(backend);
    browser.useBackstageToken(await signInWithOtherProvider(backend, user));
    return browser;
  }

  async function connected(
    user: string,
    email: string,
  ): Promise<PaletteBrowser> {
    const browser = await browserOf(user);
    const ticket = await browser.fetchConnectTicket();
    expect(ticket.status).toBe(204);
    await browser.signIn(email);
    // As the connector does: whose browser it is shows in the Backstage token.
    expect((await browser.refresh({ authenticated: true })).status).toBe(200);
    return browser;
  }

  async function whoAmI(browser: PaletteBrowser) {
    const response = await browser.fetch('/api/spectrocloud/users/me');
    return response.ok
      ? (await response.json()).email
      : `${response.status} ${response.headers.get('X-SpectroCloud-ReAuth-Required')}`;
  }

  it('asks to connect before it calls Palette', async () => {
    expect(await whoAmI(await browserOf('dev.dana'))).toBe('401 true');
  });

  it('binds the login to the user whose ticket began it', async () => {
    const browser = await connected('dev.dana', DANA);
    expect(await whoAmI(browser)).toBe(DANA);
  });

  it('shows the session at /refresh to its user only, who proves it with a Backstage token', async () => {
    const browser = await connected('dev.dana', DANA);

    const unproven = await browser.refresh();
    expect(unproven.status).toBe(401);
    expect((await unproven.json()).error.name).toBe(
      'BackstageTokenRequiredError',
    );
    expect(browser.cookies.names()).toContain(HANDLE);

    const proven = await browser.refresh({ authenticated: true });
    expect(proven.status).toBe(200);
    expect((await proven.json()).providerInfo.idToken).toMatch(/^eyJ/);
  });

  it('refuses a callback without a ticket', async () => {
    const browser = await browserOf('dev.dana');
    await expect(browser.signIn(DANA)).rejects.toThrow(/connect/i);
    expect(await whoAmI(browser)).toBe('401 true');
  });

  it('refuses a ticket to those who are not signed in', async () => {
    const nobody = new PaletteBrowser(backend);
    expect((await nobody.fetchConnectTicket()).status).toBe(401);
  });

  it('takes a ticket once, and gives nothing away before the browser has proven its user', async () => {
    const browser = await browserOf('dev.dana');
    await browser.fetchConnectTicket();
    const ticket = browser.cookies.find(
      'spectrocloud-connect-ticket-development',
    )!;
    await browser.signIn(DANA);
    expect(await whoAmI(browser)).toBe('401 true');
    await browser.refresh({ authenticated: true });
    expect(await whoAmI(browser)).toBe(DANA);

    const again = await browserOf('ada');
    again.cookies.plant(ticket);
    await expect(again.signIn(ADA)).rejects.toThrow(/connect/i);
    expect(await whoAmI(again)).toBe('401 true');
  });

  it('gives a planted handle’s session to nobody but its user', async () => {
    const attacker = await connected('ada', ADA);
    // The plugin's first answer brings its cookie.
    expect(await whoAmI(attacker)).toBe(ADA);
    const victim = await browserOf('dev.dana');
    victim.cookies.plant(attacker.cookies.find(HANDLE)!);
    victim.cookies.plant(attacker.cookies.find(API_TOKEN)!);

    const refreshed = await victim.refresh({ authenticated: true });
    expect(refreshed.status).toBe(401);
    expect(await refreshed.text()).not.toContain('idToken');
    expect(victim.cookies.names()).not.toContain(HANDLE);
    expect(await whoAmI(victim)).toBe('401 true');
    expect(await whoAmI(attacker)).toBe(ADA);
  });

  it('gives the next person at the same browser nothing of the former’s', async () => {
    const browser = await connected('dev.dana', DANA);
    browser.useBackstageToken(await signInWithOtherProvider(backend, 'ada'));

    expect(await whoAmI(browser)).toBe('401 true');
    const refreshed = await browser.refresh({ authenticated: true });
    expect(refreshed.status).toBe(401);
    expect(await refreshed.text()).not.toContain('idToken');
    expect(browser.cookies.names()).not.toContain(HANDLE);
    expect(browser.cookies.names()).not.toContain(API_TOKEN);
  });

  it('gives a person whose ticket was planted in another’s browser nothing of that other’s', async () => {
    const attacker = await browserOf('dev.dana');
    await attacker.fetchConnectTicket();
    const victim = await browserOf('ada');
    victim.cookies.plant(
      attacker.cookies.find('spectrocloud-connect-ticket-development')!,
    );
    await victim.signIn(ADA);

    expect(await whoAmI(attacker)).toBe('401 true');
    expect(await whoAmI(victim)).toBe('401 true');
    const sessions = await attacker.fetch('/api/auth/spectrocloud/sessions');
    expect(await sessions.text()).not.toContain(ADA);

    const refreshed = await victim.refresh({ authenticated: true });
    expect(refreshed.status).toBe(401);
    expect(await refreshed.text()).not.toContain('idToken');
    expect(await whoAmI(attacker)).toBe('401 true');
  });

  it('keeps one Palette identity a user: connecting another ends the former’s sessions', async () => {
    const first = await connected('dev.dana', DANA);
    const second = await connected('dev.dana', ADA);
    expect(await whoAmI(second)).toBe(ADA);

    const refreshed = await first.refresh({ authenticated: true });
    expect(refreshed.status).toBe(401);
    expect(await whoAmI(first)).toBe(ADA);
  });

  it('ends with a sign-out, and no cookie brings it back', async () => {
    const browser = await connected('dev.dana', DANA);
    // The plugin's first answer brings its cookie.
    expect(await whoAmI(browser)).toBe(DANA);
    const sealed = browser.cookies.find(API_TOKEN)!;
    expect((await browser.signOut()).status).toBe(200);
    browser.cookies.plant(sealed);
    browser.useBackstageToken(
      await signInWithOtherProvider(backend, 'dev.dana'),
    );
    expect(await whoAmI(browser)).toBe('401 true');
  });
});
