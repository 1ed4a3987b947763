import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { dana } from '../__testUtils__/paletteData';
import { PATIENT, renderPalette } from '../__testUtils__/renderPalette';

const sessions = [
  {
    id: 'here',
    environment: 'development',
    createdAt: '2026-01-01T10:00:00Z',
    usedAt: '2026-01-01T11:00:00Z',
    current: true,
    device: { browser: 'Chrome', system: 'Linux' },
  },
  {
    id: 'there',
    environment: 'development',
    createdAt: '2026-01-02T10:00:00Z',
    usedAt: '2026-01-02T11:00:00Z',
  },
];

function render(getMe = jest.fn(async () => ({ ...dana }))) {
  const auth = {
    listSessions: jest.fn(async () => sessions),
    endSessions: jest.fn(async () => {}),
    signInAgain: jest.fn(async () => {}),
  };
  const api = renderPalette('/palette/session', { getMe }, { auth });
  return { auth, api };
}

jest.setTimeout(60_000);

describe('SessionPage', () => {
  it('shows who the user is at Palette and what they may see', async () => {
    render();
    expect(
      await screen.findByText('dev.dana@acme.example', {}, PATIENT),
    ).toBeInTheDocument();
    expect(screen.getByText('1 project')).toBeInTheDocument();
    expect(screen.getByText('Until Palette ends it')).toBeInTheDocument();
  });

  it('signs in again at the environment of the session', async () => {
    const { auth, api } = render();
    const button = await screen.findByRole(
      'button',
      { name: 'Sign in again' },
      PATIENT,
    );
    await userEvent.click(button);
    await waitFor(() => expect(api.getMe).toHaveBeenCalledTimes(2));
    expect(auth.signInAgain).toHaveBeenCalledWith('development');
  });

  it('names the browser of each session, also where it isn’t known', async () => {
    render();
    expect(
      await screen.findByText('This browser: Chrome on Linux', {}, PATIENT),
    ).toBeInTheDocument();
    expect(
      screen.getByText('Another browser: unknown device'),
    ).toBeInTheDocument();
  });

  it('ends the session of another browser', async () => {
    const { auth } = render();
    const itemOf = async (text: RegExp) =>
      (await screen.findByText(text, {}, PATIENT)).closest('li')!;
    const here = await itemOf(/^This browser/);
    const there = await itemOf(/^Another browser/);
    expect(within(here).queryByRole('button')).toBeNull();
    await userEvent.click(within(there).getByRole('button'));
    await waitFor(() => expect(auth.endSessions).toHaveBeenCalledWith('there'));
  });

  it('asks for the sessions again, too, when it is refreshed', async () => {
    const { auth } = render();
    await screen.findByText(/^Another browser/, {}, PATIENT);
    auth.listSessions.mockResolvedValue([sessions[0]]);
    await userEvent.click(screen.getByRole('button', { name: 'Refresh' }));
    expect(
      await screen.findByText('There is no other session.', {}, PATIENT),
    ).toBeInTheDocument();
    expect(screen.queryByText(/^Another browser/)).toBeNull();
  });

  it('signs out everywhere only after a second look', async () => {
    const { auth } = render();
    const open = () =>
      screen.findByRole('button', { name: 'Sign out everywhere' }, PATIENT);
    await userEvent.click(await open());
    const dialog = await screen.findByRole('dialog', {
      name: 'Sign out everywhere?',
    });
    expect(auth.endSessions).not.toHaveBeenCalled();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Sign out everywhere' }),
    );
    await waitFor(() => expect(auth.endSessions).toHaveBeenCalledWith());
  });

  it('says in words what to do when ending a session fails', async () => {
    const { auth } = render();
    auth.endSessions.mockRejectedValue(new TypeError('Failed to fetch'));
    const there = await screen.findByText(/^Another browser/, {}, PATIENT);
    await userEvent.click(within(there.closest('li')!).getByRole('button'));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'That failed: Check your connection and try again.',
    );
  });
});
