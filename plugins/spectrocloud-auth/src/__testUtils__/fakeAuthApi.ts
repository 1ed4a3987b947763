import { type SessionApi, SessionState } from '@backstage/frontend-plugin-api';
import type { SpectroCloudAuthApi } from '../api/SpectroCloudAuthApi';
import { authResponse } from './fakeAuthPlugin';

/** An auth API whose session state a test can change. */
export function fakeAuthApi() {
  const listeners = new Set<(state: SessionState) => void>();
  const api = {
    getBackstageIdentity: jest.fn(async () => undefined),
    getProfile: jest.fn(async () => authResponse().profile),
    signIn: jest.fn(async () => {}),
    signOut: jest.fn(async () => {}),
    sessionState$: () => ({
      subscribe: (listener: (state: SessionState) => void) => {
        listener(SessionState.SignedOut);
        listeners.add(listener);
        return { unsubscribe: () => listeners.delete(listener) };
      },
    }),
  };
  return {
    api: api as unknown as jest.Mocked<SpectroCloudAuthApi> & SessionApi,
    emit: (state: SessionState) => listeners.forEach(tell => tell(state)),
  };
}
