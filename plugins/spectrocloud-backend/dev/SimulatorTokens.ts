import type {
  SpectroCloudSessionToken,
  SpectroCloudTokenService,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { z } from 'zod';

const TIMEOUT_MS = 10_000;

const loginSchema = z.object({ Authorization: z.string() });
const meSchema = z.object({
  metadata: z.object({ uid: z.string() }),
  spec: z.object({ emailId: z.string() }),
  status: z.object({
    tenant: z.object({ tenantUid: z.string(), orgName: z.string() }),
  }),
});

/** Stands in for the auth plugin: whoever asks is one user of a Palette that takes passwords. */
export class SimulatorTokens implements SpectroCloudTokenService {
  readonly #palette: {
    url: string;
    login: { emailId: string; password: string };
  };

  constructor(palette: {
    url: string;
    login: { emailId: string; password: string };
  }) {
    this.#palette = palette;
  }

  async getSessionToken(options: {
    environment: string;
  }): Promise<SpectroCloudSessionToken> {
    const { Authorization: token } = loginSchema.parse(
      await this.#call('/v1/auth/authenticate', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(this.#palette.login),
      }),
    );
    const { metadata, spec, status } = meSchema.parse(
      await this.#call('/v1/users/me', { headers: { Authorization: token } }),
    );
    return {
      token,
      sessionId: 'dev',
      environment: options.environment,
      identity: {
        tenantUid: status.tenant.tenantUid,
        tenantName: status.tenant.orgName,
        userUid: metadata.uid,
        email: spec.emailId,
      },
    };
  }

  async exchangeRefusedToken(options: {
    environment: string;
  }): Promise<SpectroCloudSessionToken> {
    return this.getSessionToken(options);
  }

  async #call(path: string, init: RequestInit): Promise<unknown> {
    const response = await fetch(new URL(path, this.#palette.url), {
      ...init,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!response.ok) {
      throw new Error(
        `Palette at ${this.#palette.url} answered ${response.status} to ${path}`,
      );
    }
    return response.json();
  }
}
