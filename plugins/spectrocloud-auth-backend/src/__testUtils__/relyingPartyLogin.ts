import { mockServices } from '@backstage/backend-test-utils';
import type { EnvironmentConfig } from '../config/EnvironmentConfig';
import { RelyingParty } from '../oidc/RelyingParty';
import type { VerifiedLogin } from '../oidc/logins';
import type { TestPalette } from './TestPalette';
import { environmentConfig } from './environmentConfig';

/** A relying party of the test provider. */
export function createRelyingParty(
  palette: TestPalette,
  changes: Partial<EnvironmentConfig> = {},
  now?: () => number,
): RelyingParty {
  return new RelyingParty({
    environment: environmentConfig(palette.issuer, changes),
    logger: mockServices.logger.mock(),
    now,
  });
}

/** One whole login, from the authorization request to the verified answer. */
export async function logIn(
  relyingParty: RelyingParty,
  palette: TestPalette,
  options: { code?: string; iss?: string } = {},
): Promise<VerifiedLogin> {
  const state = 'the-state-of-this-login';
  const { url, secrets } = await relyingParty.begin({
    scope: 'openid profile email',
    state,
  });
  const answer = palette.authorize(url, options.code);
  return relyingParty.redeem({
    code: answer.searchParams.get('code')!,
    state,
    iss: options.iss,
    secrets,
  });
}
