import {
  type OAuthAuthenticator,
  createOAuthAuthenticator,
} from '@backstage/plugin-auth-node';
import type { Request } from 'express';
import type { EnvironmentConfig } from '../config/EnvironmentConfig';
import type { LoginProfile } from './LoginProfile';
import { toProfile } from './profile';

type Authenticator = OAuthAuthenticator<void, LoginProfile>;

/** What the framework's handlers call back for; all of it is decided by ours around them. */
export interface AuthenticatorSteps {
  start(input: {
    req: Request;
    scope: string;
    state: string;
  }): Promise<{ url: string }>;
  authenticate(req: Request): ReturnType<Authenticator['authenticate']>;
  refresh(req: Request): ReturnType<Authenticator['refresh']>;
  logout(req: Request): Promise<void>;
}

/** Fits our steps into the framework's OAuth handlers. */
export function createAuthenticator(
  environment: EnvironmentConfig,
  steps: AuthenticatorSteps,
): Authenticator {
  return createOAuthAuthenticator<void, LoginProfile>({
    defaultProfileTransform: async ({ fullProfile }) => ({
      profile: toProfile(fullProfile.claims, fullProfile.email),
    }),
    // Whatever a request asks for: anybody can make a browser ask, and what is
    // kept of it comes back with every later request.
    scopes: {
      persist: false,
      required: environment.scopes,
      transform: ({ required }) => required,
    },
    initialize() {},
    start: input => steps.start(input),
    authenticate: ({ req }) => steps.authenticate(req),
    refresh: ({ req }) => steps.refresh(req),
    logout: ({ req }) => steps.logout(req),
  });
}
