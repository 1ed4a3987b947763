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
    // The front end drops a session whose answer lacks a scope that it wants,
    // and Palette may not name scopes at all: what was asked for is remembered.
    scopes: { persist: true, required: environment.scopes },
    initialize() {},
    start: input => steps.start(input),
    authenticate: ({ req }) => steps.authenticate(req),
    refresh: ({ req }) => steps.refresh(req),
    logout: ({ req }) => steps.logout(req),
  });
}
