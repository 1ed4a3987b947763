import { authResponse } from '../__testUtils__/fakeAuthPlugin';
import { showSignInPopup } from './showSignInPopup';

const URL = 'http://backend/api/auth/spectrocloud/start';

/** A window that the browser opened, or did not. */
function openWindow(popup: { closed: boolean } | null) {
  return jest
    .spyOn(window, 'open')
    .mockReturnValue(popup as unknown as Window | null);
}

function post(data: object, source: unknown) {
  const event = new MessageEvent('message', { data, origin: 'http://backend' });
  Object.defineProperty(event, 'source', { value: source });
  window.dispatchEvent(event);
}

describe('showSignInPopup', () => {
  afterEach(() => jest.restoreAllMocks());

  it('hands on what the popup posts', async () => {
    const popup = { closed: false };
    openWindow(popup);
    const shown = showSignInPopup(URL);
    post({ type: 'authorization_response', response: authResponse() }, popup);
    await expect(shown).resolves.toEqual(authResponse());
  });

  it('opens a window of the usual size, or of the wanted one', async () => {
    const open = openWindow(null);
    await showSignInPopup(URL).catch(() => {});
    await showSignInPopup(URL, { size: { width: 600, height: 800 } }).catch(
      () => {},
    );
    await showSignInPopup(URL, { size: { fullscreen: true } }).catch(() => {});
    const features = open.mock.calls.map(call => call[2]);
    expect(features[0]).toContain('width=450,height=730');
    expect(features[1]).toContain('width=600,height=800');
    expect(features[2]).toContain(`width=${window.screen.width || 500}`);
  });

  it('says what to do about a blocked popup', async () => {
    openWindow(null);
    await expect(showSignInPopup(URL)).rejects.toMatchObject({
      name: 'PopupBlockedError',
      message: expect.stringContaining('Allow pop-ups'),
    });
  });

  it('says what to do about a popup that was closed', async () => {
    openWindow({ closed: false });
    const shown = showSignInPopup(URL);
    (window.open as jest.Mock).mock.results[0].value.closed = true;
    await expect(shown).rejects.toMatchObject({
      name: 'PopupClosedError',
      message: expect.stringContaining('Try again'),
    });
  });

  it('says where this Backstage is meant to be opened', async () => {
    const popup = { closed: false };
    openWindow(popup);
    const shown = showSignInPopup(URL);
    post(
      { type: 'config_info', targetOrigin: 'https://portal.example' },
      popup,
    );
    popup.closed = true;
    await expect(shown).rejects.toMatchObject({
      name: 'WrongOriginError',
      message: expect.stringContaining('https://portal.example'),
    });
  });

  it("hands on the server's own reason", async () => {
    const popup = { closed: false };
    openWindow(popup);
    const shown = showSignInPopup(URL);
    const error = { name: 'UserNotInCatalogError', message: 'Who is Olga?' };
    post({ type: 'authorization_response', error }, popup);
    await expect(shown).rejects.toMatchObject(error);
  });
});
