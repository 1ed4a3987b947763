import { Content, Header, Page, Progress } from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import { SignInCard } from './SignInCard';
import { usePaletteSignIn } from './usePaletteSignIn';

/** The page with Palette as the only way in. */
export const PaletteAlone = ({ onSignInSuccess }: SignInPageProps) => {
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
