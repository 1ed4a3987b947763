import {
  type IdentityProviders,
  Progress,
  SignInPage,
} from '@backstage/core-components';
import { SessionState, useApi } from '@backstage/frontend-plugin-api';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import { useEffect, useState } from 'react';
import { spectroCloudAuthApiRef } from '../api/SpectroCloudAuthApi';
import { spectroCloudSignInProvider } from '../spectroCloudSignInProvider';
import { SignInErrorMessage } from './SignInErrorMessage';
import { useRedirectError } from './useRedirectError';

/** The framework's page, with Palette as one of several ways in. */
export const SeveralProviders = (
  props: SignInPageProps & { providers: IdentityProviders },
) => {
  const { providers, onSignInSuccess } = props;
  const authApi = useApi(spectroCloudAuthApiRef);
  const [visit, setVisit] = useState(0);
  // The framework's page looks for a session when it appears; another tab may bring one later.
  useEffect(() => {
    const subscription = authApi.sessionState$().subscribe(state => {
      if (state === SessionState.SignedIn) setVisit(count => count + 1);
    });
    return () => subscription.unsubscribe();
  }, [authApi]);
  // The framework's page would show whatever text the address brings.
  const { error, isInAddress } = useRedirectError();
  if (isInAddress) {
    return <Progress />;
  }
  return (
    <>
      {error && <SignInErrorMessage error={error} />}
      <SignInPage
        key={visit}
        onSignInSuccess={onSignInSuccess}
        providers={[...providers, spectroCloudSignInProvider]}
      />
    </>
  );
};
