import type {
  AuditorService,
  AuthService,
  BackstageCredentials,
  BackstagePrincipalTypes,
  BackstageServicePrincipal,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import type { Request } from 'express';
import {
  isSameEmail,
  type SpectroCloudSessionToken,
  type SpectroCloudTokenService,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import type { PaletteInstance } from '../PaletteInstance';
import type { OwnTokenCheck } from './OwnTokenCheck';
import {
  type CallerSession,
  fingerprint,
  PaletteCaller,
} from './PaletteCaller';

/** What a request says about its caller, beside the credentials. Narrows, never widens. */
export interface CallerHints {
  /** `X-SpectroCloud-User-Email` */
  userEmail?: string;
  /** `X-SpectroCloud-Token` */
  ownToken?: string;
  /** By their names; among them that of the sealed session token. */
  cookies?: Partial<Record<string, string>>;
  /** Takes a cookie to send back to the caller. */
  onSetCookie?(cookie: string): void;
}

/** For whom, and what for. */
export interface CallerRequest {
  credentials: BackstageCredentials<BackstagePrincipalTypes['unknown']>;
  instance: PaletteInstance;
  hints: CallerHints;
  /** The HTTP request, for audit events. */
  request?: Request;
  /** Set where a service principal may use the environment's API token. */
  serviceToken?: { operation: string };
}

/** What the resolver needs. */
export interface CallerResolverOptions {
  auth: AuthService;
  auditor: AuditorService;
  tokens: SpectroCloudTokenService;
  ownTokens: OwnTokenCheck;
  allowServiceTokenFallback: boolean;
}

/** Finds out as whom Palette is called. */
export class CallerResolver {
  readonly #options: CallerResolverOptions;

  private constructor(options: CallerResolverOptions) {
    this.#options = options;
  }

  static create(options: CallerResolverOptions): CallerResolver {
    return new CallerResolver(options);
  }

  /**
   * The caller at Palette.
   *
   * @throws `ReauthenticationRequiredError` when a user has no usable session there.
   * @throws `NotAllowedError` when a header or the tenant contradicts the session, or a service has no business there.
   */
  async resolve(request: CallerRequest): Promise<PaletteCaller> {
    const { auth } = this.#options;
    if (auth.isPrincipal(request.credentials, 'user')) {
      return this.#resolveUser(request);
    }
    if (auth.isPrincipal(request.credentials, 'service')) {
      return this.#resolveService({
        ...request,
        credentials: request.credentials,
      });
    }
    throw new NotAllowedError('Palette is called for users and services only');
  }

  async #resolveUser(request: CallerRequest): Promise<PaletteCaller> {
    const { credentials, instance, hints } = request;
    const { tokens, ownTokens } = this.#options;
    const lookUp = {
      credentials,
      environment: instance.authEnvironment,
      sealedCookie: hints.cookies?.[instance.apiTokenCookie],
    };
    const found = await tokens.getSessionToken(lookUp);
    if (found.setCookie) hints.onSetCookie?.(found.setCookie);
    this.#checkTenant(instance, found);
    this.#checkEmail(hints, found);

    if (hints.ownToken && hints.ownToken !== found.token) {
      await ownTokens.check({
        instance,
        token: hints.ownToken,
        identity: found.identity,
      });
      return PaletteCaller.create({
        instance,
        session: {
          authorization: { kind: 'session', token: hints.ownToken },
          sessionId: `${found.sessionId} ${fingerprint(hints.ownToken)}`,
          identity: found.identity,
        },
        // No exchange: a token that the caller holds says nothing about the session.
      });
    }

    return PaletteCaller.create({
      instance,
      session: toCallerSession(found),
      exchange: async refusedToken => {
        const newer = await tokens.exchangeRefusedToken({
          ...lookUp,
          token: refusedToken,
        });
        this.#checkTenant(instance, newer);
        this.#checkEmail(hints, newer);
        if (newer.setCookie) hints.onSetCookie?.(newer.setCookie);
        return toCallerSession(newer);
      },
    });
  }

  async #resolveService(
    request: CallerRequest & {
      credentials: BackstageCredentials<BackstageServicePrincipal>;
    },
  ): Promise<PaletteCaller> {
    const { instance, hints, serviceToken } = request;
    const { allowServiceTokenFallback, auditor } = this.#options;
    if (hints.ownToken || hints.userEmail) {
      throw new NotAllowedError('A service has no Palette session');
    }
    if (!allowServiceTokenFallback || !instance.apiToken || !serviceToken) {
      throw new NotAllowedError(
        'Palette is called as the signed-in user; services have no access here',
      );
    }
    const event = await auditor.createEvent({
      eventId: 'service-token-use',
      severityLevel: 'medium',
      request: request.request,
      meta: {
        instance: instance.name,
        operation: serviceToken.operation,
        subject: request.credentials.principal.subject,
      },
    });
    await event.success();
    return PaletteCaller.create({
      instance,
      session: {
        authorization: { kind: 'apiKey', apiKey: instance.apiToken },
        sessionId: 'service',
      },
    });
  }

  /** Tenants of one Palette share a host, so the host tells nothing. */
  #checkTenant(instance: PaletteInstance, found: SpectroCloudSessionToken) {
    const { tenant } = instance;
    const { tenantUid, tenantName } = found.identity;
    if (found.environment !== instance.authEnvironment) {
      throw new NotAllowedError(
        `Your Palette session is not for instance '${instance.name}'`,
      );
    }
    if (tenant !== undefined && tenant !== tenantUid && tenant !== tenantName) {
      throw new NotAllowedError(
        `Your Palette session belongs to another tenant than instance '${instance.name}'`,
      );
    }
  }

  #checkEmail({ userEmail }: CallerHints, found: SpectroCloudSessionToken) {
    const { email } = found.identity;
    if (
      userEmail !== undefined &&
      userEmail !== email &&
      !isSameEmail(userEmail, email)
    ) {
      throw new NotAllowedError(
        'The Palette session belongs to another user than the client believes',
      );
    }
  }
}

function toCallerSession(found: SpectroCloudSessionToken): CallerSession {
  return {
    authorization: { kind: 'session', token: found.token },
    sessionId: found.sessionId,
    identity: found.identity,
    expiresAt: found.expiresAt,
  };
}
