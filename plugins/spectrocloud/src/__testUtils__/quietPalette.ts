import type { SpectroCloudApi } from '@terasky/backstage-plugin-spectrocloud-common';
import type { QuietPalette } from '../QuietPalette';

/** A `QuietPalette` over an API that answers as given; a sign-in succeeds. */
export function quietPalette(api: object) {
  const listeners = new Set<() => void>();
  const signIn = jest.fn(async (_environment: string) => {
    listeners.forEach(listener => listener());
  });
  const palette = {
    client: api as SpectroCloudApi,
    signIn,
    onSignIn: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return { palette: palette as unknown as QuietPalette, signIn };
}
