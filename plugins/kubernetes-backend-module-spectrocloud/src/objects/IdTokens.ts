import type {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import { ID_TOKEN_PATH } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { z } from 'zod';

const TIMEOUT_MS = 30_000;
const answerSchema = z.object({ idToken: z.string().min(1) });

/** The caller's own ID tokens, for those who come without a browser. */
export class IdTokens {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;

  constructor(options: { auth: AuthService; discovery: DiscoveryService }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
  }

  /**
   * The ID token of the user's session at an auth environment; each hand-out is audited.
   *
   * @returns undefined where the user has no session with one
   * @throws `ResponseError` where it can't be told
   */
  async of(
    credentials: BackstageCredentials,
    environment: string,
  ): Promise<string | undefined> {
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: credentials,
      targetPluginId: 'auth',
    });
    const response = await fetch(
      `${await this.#discovery.getBaseUrl('auth')}${ID_TOKEN_PATH}`,
      {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify({ environment }),
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      },
    );
    if (response.status === 401) {
      await response.body?.cancel();
      return undefined;
    }
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return answerSchema.parse(await response.json()).idToken;
  }
}
