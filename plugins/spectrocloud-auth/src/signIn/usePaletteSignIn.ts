import { UserIdentity } from '@backstage/core-components';
import {
  type SessionApi,
  SessionState,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { configApiRef } from '../api/coreApiRefs';
import { spectroCloudAuthApiRef } from '../api/SpectroCloudAuthApi';
import { spectroCloudAuthTranslationRef } from '../translation';
import { useRedirectError } from './useRedirectError';

/** Where a sign-in stands. */
export type SignInState = 'checking' | 'ready' | 'waiting';

/** Signs in with the session that the browser has, or on demand with Palette. */
export function usePaletteSignIn(
  onSignInSuccess: SignInPageProps['onSignInSuccess'],
) {
  const authApi = useApi(spectroCloudAuthApiRef);
  const configApi = useApi(configApiRef);
  const { t } = useTranslationRef(spectroCloudAuthTranslationRef);
  const [state, setState] = useState<SignInState>('checking');
  const [error, setError] = useState<Error | undefined>(
    useRedirectError().error,
  );
  const done = useRef(false);

  const signIn = useCallback(
    async (how: { optional: true } | { instantPopup: true }) => {
      try {
        const response = await authApi.getBackstageIdentity(how);
        if (response && !done.current) {
          done.current = true;
          onSignInSuccess(
            UserIdentity.create({ identity: response.identity, authApi }),
          );
          return;
        }
        if (!response && 'instantPopup' in how) {
          const environment =
            configApi.getOptionalString('auth.environment') ?? 'development';
          throw new Error(t('signIn.notConfigured', { environment }));
        }
      } catch (failure) {
        setError(failure as Error);
      }
      setState('ready');
    },
    [authApi, configApi, onSignInSuccess, t],
  );

  const latest = useRef(signIn);
  latest.current = signIn;
  useEffect(() => {
    latest.current({ optional: true });
    return onSessionElsewhere(authApi, () =>
      latest.current({ optional: true }),
    );
  }, [authApi]);

  const start = useCallback(() => {
    setError(undefined);
    setState('waiting');
    return signIn({ instantPopup: true });
  }, [signIn]);

  return { state, error, start };
}

/** Another tab of the browser may sign in while this one shows the page. */
function onSessionElsewhere(api: SessionApi, listener: () => void) {
  const subscription = api.sessionState$().subscribe(state => {
    if (state === SessionState.SignedIn) listener();
  });
  return () => subscription.unsubscribe();
}
