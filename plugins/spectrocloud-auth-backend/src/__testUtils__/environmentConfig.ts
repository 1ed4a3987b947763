import type { EnvironmentConfig } from '../config/EnvironmentConfig';
import { CLIENT_ID, CLIENT_SECRET } from './TestPalette';

/** A checked configuration of one environment, for tests below the configuration. */
export function environmentConfig(
  issuer: string,
  changes: Partial<EnvironmentConfig> = {},
): EnvironmentConfig {
  return {
    tokenEndpointRateLimit: 10,
    name: 'development',
    key: 'auth.providers.spectrocloud.development',
    role: 'sign-in',
    clientId: CLIENT_ID,
    clientSecret: CLIENT_SECRET,
    issuer,
    authorizationUrl: `${issuer}/auth`,
    callbackUrl: 'http://localhost:7007/api/auth/spectrocloud/handler/frame',
    scopes: ['openid', 'profile', 'email'],
    timeoutMs: 2_000,
    clockToleranceSeconds: 30,
    requireVerifiedEmail: false,
    exposeApiToken: false,
    sessionDurationMs: 30 * 24 * 3_600_000,
    sessionIdleTimeoutMs: 7 * 24 * 3_600_000,
    missingUserGraceMs: 600_000,
    maxSessionsPerUser: 100,
    revokeOnSignOut: true,
    addMissingUsers: false,
    resolvers: [],
    ...changes,
  };
}
