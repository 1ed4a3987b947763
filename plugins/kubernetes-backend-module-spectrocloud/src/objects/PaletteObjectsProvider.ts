import type {
  AuthService,
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import {
  ANNOTATION_KUBERNETES_OIDC_TOKEN_PROVIDER,
  type KubernetesRequestAuth,
  type ObjectsByEntityResponse,
} from '@backstage/plugin-kubernetes-common';
import type {
  ClusterDetails,
  CustomResourcesByEntity,
  KubernetesClustersSupplier,
  KubernetesObjectsByEntity,
  KubernetesObjectsProvider,
} from '@backstage/plugin-kubernetes-node';
import type { PaletteUserApi } from '@terasky/backstage-plugin-spectrocloud-node';
import { signInAdvice } from '../signInAdvice';
import type {
  CallerClusters,
  UserCredentials,
} from '../supplier/CallerClusters';
import {
  CLUSTER_UID_METADATA,
  INSTANCE_METADATA,
} from '../supplier/toClusterDetails';
import type { IdTokens } from './IdTokens';
import { isCertificateError } from './isCertificateError';

/**
 * Stands in for an ID token that there is none of. A cluster refuses it, and shows that by
 * itself; a missing token would fail the request for all clusters at once.
 */
const NO_ID_TOKEN = 'no-palette-session';

type Asked<T> = T & { auth: KubernetesRequestAuth };

/** What a {@link PaletteObjectsProvider} needs. */
export interface PaletteObjectsProviderOptions {
  api: PaletteUserApi;
  auth: AuthService;
  idTokens: IdTokens;
  logger: LoggerService;
  /** The provider that was there without this one. */
  objects: KubernetesObjectsProvider;
  palettes: CallerClusters[];
  supplier: KubernetesClustersSupplier;
}

/**
 * Signs callers without a browser (MCP clients, templates) in to Palette's clusters with
 * their own ID tokens, and has a cluster's endpoint and CA read anew when its certificate
 * isn't trusted any more.
 */
export class PaletteObjectsProvider implements KubernetesObjectsProvider {
  readonly #options: PaletteObjectsProviderOptions;

  constructor(options: PaletteObjectsProviderOptions) {
    this.#options = options;
  }

  async getKubernetesObjectsByEntity(
    asked: KubernetesObjectsByEntity,
    options: { credentials: BackstageCredentials },
  ): Promise<ObjectsByEntityResponse> {
    return this.#answer(asked, options.credentials, signedIn =>
      this.#options.objects.getKubernetesObjectsByEntity(signedIn, options),
    );
  }

  async getCustomResourcesByEntity(
    asked: CustomResourcesByEntity,
    options: { credentials: BackstageCredentials },
  ): Promise<ObjectsByEntityResponse> {
    return this.#answer(asked, options.credentials, signedIn =>
      this.#options.objects.getCustomResourcesByEntity(signedIn, options),
    );
  }

  async #answer<T extends { auth: KubernetesRequestAuth }>(
    asked: T,
    credentials: BackstageCredentials,
    ask: (signedIn: Asked<T>) => Promise<ObjectsByEntityResponse>,
  ): Promise<ObjectsByEntityResponse> {
    const { auth, supplier } = this.#options;
    if (!auth.isPrincipal(credentials, 'user')) return ask(asked);
    const ours = (await supplier.getClusters({ credentials })).filter(
      ({ authMetadata }) => authMetadata[CLUSTER_UID_METADATA],
    );
    const given = givenTokens(asked.auth);
    const missing = await this.#missingTokens(credentials, given, ours);
    const answer = await ask({
      ...asked,
      auth: { ...asked.auth, oidc: { ...missing.tokens, ...given } },
    });
    this.#rereadUntrusted(credentials, ours, answer);
    return missing.signedOut.length === 0
      ? answer
      : {
          items: [...answer.items, ...missing.signedOut.map(toSignInItem)],
        };
  }

  /** Tokens for the keys that the request has none for, and the Palettes where there is none. */
  async #missingTokens(
    credentials: UserCredentials,
    given: Record<string, unknown>,
    ours: ClusterDetails[],
  ): Promise<{ tokens: Record<string, string>; signedOut: string[] }> {
    const { palettes } = this.#options;
    const tokens: Record<string, string> = {};
    const signedOut: string[] = [];
    for (const palette of palettes) {
      const { instance, oidcTokenProvider: key } = palette.config;
      const isNeeded = ours.some(
        ({ authMetadata }) =>
          authMetadata[ANNOTATION_KUBERNETES_OIDC_TOKEN_PROVIDER] === key,
      );
      if (given[key]) continue;
      if (isNeeded) {
        tokens[key] ??=
          (await this.#idToken(credentials, palette)) ?? NO_ID_TOKEN;
        if (tokens[key] === NO_ID_TOKEN) signedOut.push(instance);
      } else if (
        credentials.principal.actor &&
        (await palette.of(credentials)).isSignedOut
      ) {
        // In a browser, who has no Palette session isn't told so on each page.
        signedOut.push(instance);
      }
    }
    return { tokens, signedOut };
  }

  async #idToken(
    credentials: UserCredentials,
    { config }: CallerClusters,
  ): Promise<string | undefined> {
    const { idTokens, logger } = this.#options;
    try {
      return await idTokens.of(credentials, config.authEnvironment);
    } catch (error) {
      logger.warn(
        `The ID token of a user for Palette '${config.instance}' could not be had: ${stringifyError(error)}`,
      );
      return undefined;
    }
  }

  /** Behind the answer; it is done once a minute at most. */
  #rereadUntrusted(
    credentials: UserCredentials,
    ours: ClusterDetails[],
    { items }: ObjectsByEntityResponse,
  ): void {
    const { api, logger } = this.#options;
    for (const { cluster, errors } of items) {
      const { authMetadata } =
        ours.find(({ name }) => name === cluster.name) ?? {};
      if (authMetadata && errors.some(isCertificateError)) {
        api
          .of(credentials)
          .rereadKubernetesCluster(authMetadata[CLUSTER_UID_METADATA], {
            instance: authMetadata[INSTANCE_METADATA],
          })
          .catch(error => {
            logger.debug(
              `How a cluster is reached could not be read anew: ${stringifyError(error)}`,
            );
          });
      }
    }
  }
}

function givenTokens(auth: KubernetesRequestAuth): Record<string, string> {
  const { oidc } = auth;
  return typeof oidc === 'object' && oidc !== null && !Array.isArray(oidc)
    ? (oidc as Record<string, string>)
    : {};
}

function toSignInItem(
  instance: string,
): ObjectsByEntityResponse['items'][number] {
  return {
    cluster: { name: `palette:${instance}` },
    resources: [],
    podMetrics: [],
    errors: [
      {
        errorType: 'FETCH_ERROR',
        message: `You have no session at Palette '${instance}', so its clusters are left out: ${signInAdvice(instance)}`,
      },
    ],
  };
}
