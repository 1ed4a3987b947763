import {
  Content,
  Header,
  type IdentityProviders,
  Page,
  Progress,
  SignInPage,
} from '@backstage/core-components';
import {
  configApiRef,
  SessionState,
  useApi,
} from '@backstage/frontend-plugin-api';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import { useEffect, useState } from 'react';
import { spectroCloudAuthApiRef } from '../api/SpectroCloudAuthApi';
import { spectroCloudSignInProvider } from '../spectroCloudSignInProvider';
import { SignInCard } from './SignInCard';
import { usePaletteSignIn } from './usePaletteSignIn';

/** Props of {@link SpectroCloudSignInPage}. @public */
export interface SpectroCloudSignInPageProps {
  onSignInSuccess: SignInPageProps['onSignInSuccess'];
  /** Further ways to sign in, shown beside SpectroCloud. */
  providers?: IdentityProviders;
}

/**
 * Signs in with SpectroCloud Palette, alone or beside other providers; for both
 * front-end systems.
 *
 * @public
 */
export const SpectroCloudSignInPage = (props: SpectroCloudSignInPageProps) => {
  const { providers = [], onSignInSuccess } = props;
  return providers.length > 0 ? (
    <SeveralProviders {...props} providers={providers} />
  ) : (
    <PaletteAlone onSignInSuccess={onSignInSuccess} />
  );
};

const PaletteAlone = ({ onSignInSuccess }: SpectroCloudSignInPageProps) => {
  const configApi = useApi(configApiRef);
  const { state, error, start } = usePaletteSignIn(onSignInSuccess);
  if (state === 'checking') {
    return <Progress />;
  }
  return (
    <Page themeId="home">
      <Header title={configApi.getOptionalString('app.title') ?? 'Backstage'} />
      <Content>
        <SignInCard
          waiting={state === 'waiting'}
          error={error}
          onSignIn={start}
        />
      </Content>
    </Page>
  );
};

const SeveralProviders = (
  props: SpectroCloudSignInPageProps & { providers: IdentityProviders },
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
  return (
    <SignInPage
      key={visit}
      onSignInSuccess={onSignInSuccess}
      providers={[...providers, spectroCloudSignInProvider]}
    />
  );
};
