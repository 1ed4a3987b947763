import type { Request, Response, Router } from 'express';
import type { Cluster } from '../seed/types';
import { issuerOf, type SimulatorContext } from '../SimulatorContext';
import { forbidden, notFound, sendNotFound } from './PaletteError';
import type { Scope } from './Scope';
import {
  adminKubeconfig,
  oidcKubeconfig,
  serviceAccountKubeconfig,
} from './views/kubeconfig';
import { requireCluster } from './visible';

type Render = (
  cluster: Cluster,
  scope: Scope,
  req: Request,
) => string | undefined;

const ADMIN_PERMISSION = 'cluster.adminKubeconfigDownload';

const isReachable = ({ state }: Cluster) =>
  state === 'Running' || state === 'Error';

/** The downloads below `/assets`; each is a document of its own, none a fallback. */
export function addKubeconfigRoutes(
  router: Router,
  context: SimulatorContext,
): void {
  const oidc: Render = (cluster, { caller }) =>
    cluster.kubeconfig === 'oidc'
      ? oidcKubeconfig(
          cluster,
          {
            ...context.client,
            issuer: issuerOf(context, caller.organisation.name),
          },
          context.apiServers.get(cluster.uid) ?? {
            url: `${context.kubernetesUrl}/clusters/${cluster.uid}`,
            authorityPem: context.authority.pem,
          },
        )
      : undefined;
  const serviceAccount: Render = cluster =>
    cluster.kubeconfig === 'service-account'
      ? serviceAccountKubeconfig(cluster)
      : undefined;

  const sendKubeconfig = (res: Response, { name }: Cluster, text: string) => {
    const body =
      context.settings.kubeconfigEncoding === 'base64'
        ? Buffer.from(text).toString('base64')
        : text;
    res
      .set('Content-Type', 'application/octet-stream')
      .set('Content-Disposition', `attachment; filename="${name}.kubeconfig"`)
      .send(Buffer.from(body));
  };

  router.use(
    '/spectroclusters/:uid/assets/kubeconfigclient',
    (_req, res, next) => {
      if (context.settings.kubeconfigClient) {
        next();
      } else {
        sendNotFound(res);
      }
    },
  );

  const serve = (asset: string, permission: string, render: Render) => {
    router.get(`/spectroclusters/:uid/assets/${asset}`, (req, res) => {
      const { scope, object } = requireCluster(res, req.params.uid, permission);
      const document = isReachable(object)
        ? render(object, scope, req)
        : undefined;
      if (document === undefined) {
        throw notFound('kubeconfig', object.uid);
      }
      sendKubeconfig(res, object, document);
    });
  };
  // `frp`, true by default, lets the proxy's kubeconfig stand in for the cluster's own.
  serve(
    'kubeconfig',
    'cluster.get',
    (cluster, scope, req) =>
      (req.query.frp === 'false'
        ? undefined
        : serviceAccount(cluster, scope, req)) ?? oidc(cluster, scope, req),
  );
  serve('kubeconfigclient', 'cluster.get', oidc);
  serve('frpKubeconfig', 'cluster.get', serviceAccount);
  serve('adminKubeconfig', ADMIN_PERMISSION, adminKubeconfig);
  serve('adminTokenKubeconfig', ADMIN_PERMISSION, serviceAccount);

  // Since 4.9.53 only the cluster's own agent may read it.
  router.get('/spectroclusters/:uid/assets/manifest', (req, res) => {
    requireCluster(res, req.params.uid);
    throw forbidden('cluster.agent');
  });

  router.get('/spectroclusters/:uid/oidc', (req, res) => {
    const { scope, object } = requireCluster(res, req.params.uid);
    if (object.kubeconfig !== 'oidc') {
      throw notFound('oidc', object.uid);
    }
    res.json({
      clientId: context.client.id,
      clientSecret: context.client.secret,
      issuerTls: { caCertificateBase64: '', insecureSkipVerify: false },
      issuerUrl: issuerOf(context, scope.caller.organisation.name),
      requiredClaims: {
        Email: 'email',
        FirstName: 'given_name',
        LastName: 'family_name',
        SpectroTeam: 'groups',
      },
      scopes: ['openid', 'profile', 'email'],
    });
  });
}
