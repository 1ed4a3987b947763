import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ReauthenticationRequiredError } from '@terasky/backstage-plugin-spectrocloud-common';
import type {
  SpectroCloudSessionToken,
  SpectroCloudTokenService,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';

type LookUp = Parameters<SpectroCloudTokenService['getSessionToken']>[0];

function userOf(credentials: BackstageCredentials): string {
  const { principal } = credentials as BackstageCredentials<{
    userEntityRef?: string;
  }>;
  return principal.userEntityRef ?? '';
}

/** Sessions by user and auth environment, as tests put them. */
export class FakeTokens implements SpectroCloudTokenService {
  readonly sessions = new Map<string, SpectroCloudSessionToken>();
  /** Tokens that a refused one is exchanged for. */
  readonly newer = new Map<string, SpectroCloudSessionToken>();
  readonly lookUps: LookUp[] = [];
  readonly refused: string[] = [];
  /** Set to fail every look-up. */
  failure?: Error;

  reset(): void {
    this.sessions.clear();
    this.newer.clear();
    this.lookUps.length = 0;
    this.refused.length = 0;
    this.failure = undefined;
  }

  signIn(
    user: string,
    session: Partial<SpectroCloudSessionToken> = {},
  ): SpectroCloudSessionToken {
    const name = user.split('/').pop();
    const full: SpectroCloudSessionToken = {
      token: `token-of-${name}`,
      sessionId: `session-of-${name}`,
      environment: 'development',
      identity: {
        tenantUid: 'tenant-1',
        tenantName: 'demo',
        userUid: `palette-${name}`,
        email: `${name}@acme.example`,
      },
      ...session,
    };
    this.sessions.set(`${user} ${full.environment}`, full);
    return full;
  }

  async getSessionToken(options: LookUp): Promise<SpectroCloudSessionToken> {
    this.lookUps.push(options);
    if (this.failure) throw this.failure;
    const session = this.sessions.get(
      `${userOf(options.credentials)} ${options.environment}`,
    );
    if (!session) throw new ReauthenticationRequiredError(options.environment);
    return session;
  }

  async exchangeRefusedToken(
    options: LookUp & { token: string },
  ): Promise<SpectroCloudSessionToken> {
    this.refused.push(options.token);
    const newer = this.newer.get(options.token);
    if (!newer) throw new ReauthenticationRequiredError(options.environment);
    return newer;
  }
}
