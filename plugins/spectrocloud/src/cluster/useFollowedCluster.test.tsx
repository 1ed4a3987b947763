import { TestApiProvider } from '@backstage/frontend-test-utils';
import { renderHook } from '@testing-library/react';
import type { PropsWithChildren } from 'react';
import { cluster } from '../__testUtils__/paletteData';
import { quietPalette } from '../__testUtils__/quietPalette';
import { quietPaletteRef } from '../QuietPalette';
import { useFollowedCluster } from './useFollowedCluster';

const MINUTE_MS = 60_000;

describe('useFollowedCluster', () => {
  const getClusterState = jest.fn();
  const reload = jest.fn();
  const { palette } = quietPalette({ getClusterState });
  const wrapper = ({ children }: PropsWithChildren) => (
    <TestApiProvider apis={[[quietPaletteRef, palette]]}>
      {children}
    </TestApiProvider>
  );

  const follow = (status: object) => {
    const value = { ...cluster, status: { ...cluster.status, ...status } };
    return renderHook(() => useFollowedCluster(value, reload), { wrapper });
  };

  beforeEach(() => {
    jest.useFakeTimers();
    reload.mockReset();
    getClusterState.mockReset();
  });
  afterEach(() => jest.useRealTimers());

  it('has the cluster loaded anew when Palette is further with it', async () => {
    getClusterState.mockResolvedValue({ uid: 'uid-1', state: 'Running' });
    const { unmount } = follow({ state: 'Provisioning' });
    await jest.advanceTimersByTimeAsync(MINUTE_MS);
    expect(reload).toHaveBeenCalledTimes(1);
    unmount();
  });

  it('has it loaded anew when an upgrade is at its end', async () => {
    getClusterState.mockResolvedValue({ uid: 'uid-1', state: 'Running' });
    const { unmount } = follow({ state: 'Running', upgrading: true });
    await jest.advanceTimersByTimeAsync(MINUTE_MS);
    expect(reload).toHaveBeenCalledTimes(1);
    unmount();
  });

  it('asks for nothing of a cluster that Palette leaves as it is', async () => {
    const { unmount } = follow({ state: 'Running' });
    await jest.advanceTimersByTimeAsync(10 * MINUTE_MS);
    expect(getClusterState).not.toHaveBeenCalled();
    unmount();
  });

  it('asks no more when the page is left', async () => {
    follow({ state: 'Deleting' }).unmount();
    await jest.advanceTimersByTimeAsync(10 * MINUTE_MS);
    expect(getClusterState).not.toHaveBeenCalled();
  });
});
