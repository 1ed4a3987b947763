import {
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { SpectroCloudSessionEnding } from '../api/SessionEndWatch';
import { spectroCloudAuthApiRef } from '../api/SpectroCloudAuthApi';
import { SpectroCloudSessionNotice } from './SpectroCloudSessionNotice';

function setup() {
  let tell: (ending?: SpectroCloudSessionEnding) => void = () => {};
  const signIn = jest.fn(async () => {});
  const authApi = {
    onSessionEnding: (listener: typeof tell) => {
      tell = listener;
      return () => {};
    },
  };
  renderInTestApp(
    <TestApiProvider apis={[[spectroCloudAuthApiRef, authApi as never]]}>
      <SpectroCloudSessionNotice />
      <p>page</p>
    </TestApiProvider>,
  );
  const ending = {
    environment: 'production',
    endsAt: new Date(2026, 10, 29, 14, 5),
    signIn,
  };
  return { signIn, ending, tell: (of?: typeof ending) => act(() => tell(of)) };
}

describe('SpectroCloudSessionNotice', () => {
  it('says when the session ends, quietly, and signs in anew on request', async () => {
    const { ending, signIn, tell } = setup();
    await screen.findByText('page');
    expect(screen.queryByRole('status')).not.toBeInTheDocument();
    tell(ending);
    expect(await screen.findByRole('status')).toHaveTextContent(
      /Your Palette session ends at 2:05\sPM\./,
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Sign in again' }),
    );
    expect(signIn).toHaveBeenCalledTimes(1);
    tell(undefined);
    expect(screen.queryByRole('status')).not.toBeInTheDocument();
  });

  it('goes when it is dismissed', async () => {
    const { ending, tell } = setup();
    await screen.findByText('page');
    tell(ending);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Dismiss this notice' }),
    );
    expect(screen.queryByRole('status')).not.toBeInTheDocument();
  });
});
