import type {
  AuthService,
  HttpAuthService,
  HttpRouterService,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  AuthenticationError,
  NotFoundError,
  ServiceUnavailableError,
  stringifyError,
} from '@backstage/errors';
import {
  ANNOTATION_KUBERNETES_OIDC_TOKEN_PROVIDER,
  kubernetesProxyPermission,
} from '@backstage/plugin-kubernetes-common';
import type {
  ClusterDetails,
  KubernetesClustersSupplier,
} from '@backstage/plugin-kubernetes-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { signInAdvice } from '../signInAdvice';
import type { IdTokens } from '../objects/IdTokens';
import type {
  CallerClusters,
  UserCredentials,
} from '../supplier/CallerClusters';
import { INSTANCE_METADATA } from '../supplier/toClusterDetails';

type Handler = Parameters<HttpRouterService['use']>[0];
type ProxyRequest = Parameters<Handler>[0];

/** Below the Kubernetes plugin's own path; Express takes any case. */
const PROXY_PATH = /^\/proxy(?:\/|$)/i;
const CLUSTER_HEADER = 'backstage-kubernetes-cluster';
/** With it alone, a caller brings the whole `Authorization` for the cluster. */
const AUTHORIZATION_HEADER = 'backstage-kubernetes-authorization';

/** What a {@link ProxySignIn} needs. */
export interface ProxySignInOptions {
  auth: AuthService;
  httpAuth: HttpAuthService;
  idTokens: IdTokens;
  logger: LoggerService;
  palettes: CallerClusters[];
  permissions: PermissionsService;
  supplier: KubernetesClustersSupplier;
}

/**
 * Signs users who bring no ID token in to Palette's clusters at the Kubernetes plugin's
 * `/proxy`: a browser sends one with each request, a command line or another plugin that
 * acts for a user doesn't.
 */
export class ProxySignIn {
  readonly #options: ProxySignInOptions;

  constructor(options: ProxySignInOptions) {
    this.#options = options;
  }

  /** Goes before the plugin's own routes, and leaves everything else to them. */
  readonly handle: Handler = async (req, _res, next) => {
    if (PROXY_PATH.test(req.path)) await this.#signIn(req);
    next();
  };

  async #signIn(req: ProxyRequest): Promise<void> {
    const { auth, httpAuth } = this.#options;
    if (typeof req.headers[AUTHORIZATION_HEADER] === 'string') return;
    const credentials = await httpAuth.credentials(req);
    if (!auth.isPrincipal(credentials, 'user')) return;
    const asked = await this.#findPalette(req, credentials);
    if (!asked) return;
    const { palette, key } = asked;
    const header = `${AUTHORIZATION_HEADER}-oidc-${key}`;
    if (req.headers[header] || !(await this.#isAllowed(credentials))) return;
    req.headers[header] = await this.#idToken(credentials, palette);
  }

  /** The Palette of the cluster that is asked for, if it is one of the caller's there. */
  async #findPalette(
    req: ProxyRequest,
    credentials: UserCredentials,
  ): Promise<{ palette: CallerClusters; key: string } | undefined> {
    const { supplier, palettes } = this.#options;
    const clusters = await supplier.getClusters({ credentials });
    const name = req.headers[CLUSTER_HEADER];
    // As the plugin has it: nobody has to name the only one.
    const cluster =
      name || clusters.length !== 1
        ? clusters.find(each => each.name === name)
        : clusters[0];
    const metadata: ClusterDetails['authMetadata'] =
      cluster?.authMetadata ?? {};
    if (name && !cluster) await this.#explainMissing(credentials);
    const palette = palettes.find(
      ({ config }) => config.instance === metadata[INSTANCE_METADATA],
    );
    const key = metadata[ANNOTATION_KUBERNETES_OIDC_TOKEN_PROVIDER];
    return palette && key ? { palette, key } : undefined;
  }

  /** To who is signed out, that there is no such cluster is half of the truth. */
  async #explainMissing(credentials: UserCredentials): Promise<void> {
    for (const palette of this.#options.palettes) {
      const { instance } = palette.config;
      if ((await palette.of(credentials)).isSignedOut) {
        throw new NotFoundError(
          `There is no such cluster, and those of Palette '${instance}' are left out, since you have no session there: ${signInAdvice(instance)}`,
        );
      }
    }
  }

  /** Whom the plugin will refuse anyway gets no ID token handed out. */
  async #isAllowed(credentials: UserCredentials): Promise<boolean> {
    const [{ result }] = await this.#options.permissions.authorize(
      [{ permission: kubernetesProxyPermission }],
      { credentials },
    );
    return result === AuthorizeResult.ALLOW;
  }

  async #idToken(
    credentials: UserCredentials,
    { config }: CallerClusters,
  ): Promise<string> {
    const { idTokens, logger } = this.#options;
    const { instance, authEnvironment } = config;
    let idToken: string | undefined;
    try {
      idToken = await idTokens.of(credentials, authEnvironment);
    } catch (error) {
      logger.warn(
        `The ID token of a user for Palette '${instance}' could not be had: ${stringifyError(error)}`,
      );
      throw new ServiceUnavailableError(
        `Your ID token of Palette '${instance}' could not be had; try again`,
      );
    }
    if (idToken) return idToken;
    throw new AuthenticationError(
      `You have no session at Palette '${instance}': ${signInAdvice(instance)}`,
    );
  }
}
