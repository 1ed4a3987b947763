import type { Login } from '../login/LoginCookies';
import { LoginFailure } from '../login/LoginFailure';
import { reasonOfAuthorizationError } from '../oidc/toLoginFailure';
import type { AuthorizationAnswer } from './AuthorizationAnswer';

/**
 * Checks an answer as far as that is possible without asking anybody.
 *
 * @returns the code
 * @throws LoginFailure
 */
export function checkAnswer(
  answer: AuthorizationAnswer,
  login: Login,
  binding: 'sign-in' | 'connect',
): string {
  const { code, error, iss, env } = answer;
  if (env !== undefined && env !== login.environment) {
    throw new LoginFailure('wrong_environment');
  }
  if (iss !== undefined && iss !== login.issuer) {
    throw new LoginFailure('wrong_issuer');
  }
  if (error !== undefined) {
    throw new LoginFailure(
      reasonOfAuthorizationError(error),
      new Error(`Palette's error '${error}'`),
    );
  }
  if (!code) {
    throw new LoginFailure('malformed_response');
  }
  if (binding === 'connect' && login.connectTicket === undefined) {
    throw new LoginFailure('connect_only');
  }
  return code;
}
