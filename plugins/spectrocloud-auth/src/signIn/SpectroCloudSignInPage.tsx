import type { IdentityProviders } from '@backstage/core-components';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import { PaletteAlone } from './PaletteAlone';
import { SeveralProviders } from './SeveralProviders';

/** Props of {@link SpectroCloudSignInPage}. @public */
export interface SpectroCloudSignInPageProps {
  /** Takes the identity of the user who signed in. */
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
