import type { ServerMetadata } from 'openid-client';
import { LoginFailure } from '../login/LoginFailure';

const METHODS = [
  'client_secret_basic',
  'client_secret_post',
  'private_key_jwt',
];

/**
 * Refuses a provider that demands what is not supported, before a sign-in fails for it
 * without a word of why.
 *
 * @throws LoginFailure naming the demand
 */
export function refuseUnsupportedDemands(metadata: ServerMetadata): void {
  const methods = metadata.token_endpoint_auth_methods_supported;
  const demand =
    (metadata.require_pushed_authorization_requests &&
      'pushed authorization requests (require_pushed_authorization_requests)') ||
    (metadata.require_signed_request_object &&
      'signed request objects (require_signed_request_object)') ||
    (methods?.length &&
      !methods.some(method => METHODS.includes(method)) &&
      `client authentication by ${methods.join(' or ')}`);
  if (demand) {
    throw new LoginFailure(
      'misconfigured',
      new Error(
        `Palette's OpenID provider demands ${demand}, which is not supported; switch that off for this client`,
      ),
    );
  }
}
