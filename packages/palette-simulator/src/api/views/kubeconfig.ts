import { createHash } from 'node:crypto';
import { stringify } from 'yaml';
import type { Cluster } from '../../seed/types';
import type { SimulatorClient } from '../../SimulatorContext';
import { apiHostOf } from './clusterDetail';

interface OidcClient extends SimulatorClient {
  issuer: string;
}

/** Where a cluster's API server answers, and who has signed its certificate. */
interface ApiServer {
  server: string;
  /** PEM in base64; something that is no certificate where nothing answers. */
  caData?: string;
}

type KubeconfigUser = Record<string, unknown>;

/** Base64 of something that is no certificate and no key. */
function fakePem(label: string, cluster: Cluster): string {
  const body = createHash('sha512')
    .update(`${label} ${cluster.uid}`)
    .digest('base64');
  return Buffer.from(
    `-----BEGIN ${label}-----\n${body}\n-----END ${label}-----\n`,
  ).toString('base64');
}

function kubeconfig(
  cluster: Cluster,
  { server, caData = fakePem('CERTIFICATE', cluster) }: ApiServer,
  userName: string,
  user: KubeconfigUser,
): string {
  const contextName = `${userName}@${cluster.name}`;
  return stringify({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': contextName,
    clusters: [
      {
        name: cluster.name,
        cluster: {
          'certificate-authority-data': caData,
          server,
        },
      },
    ],
    contexts: [
      { name: contextName, context: { cluster: cluster.name, user: userName } },
    ],
    users: [{ name: userName, user }],
  });
}

/** Nothing answers at either of these. */
const directServer = (cluster: Cluster): ApiServer => ({
  server: `https://${apiHostOf(cluster)}:6443`,
});

const proxiedServer = (cluster: Cluster): ApiServer => ({
  server: `https://cluster-${cluster.uid}.proxy.palette.example:443`,
});

/** The user kubeconfig: kubelogin signs in at Palette, nothing in it is personal. */
export function oidcKubeconfig(
  cluster: Cluster,
  client: OidcClient,
  { url, authorityPem }: { url: string; authorityPem: string },
): string {
  const apiServer = {
    server: url,
    caData: Buffer.from(authorityPem).toString('base64'),
  };
  return kubeconfig(cluster, apiServer, 'oidc', {
    exec: {
      apiVersion: 'client.authentication.k8s.io/v1beta1',
      command: 'kubectl',
      args: [
        'oidc-login',
        'get-token',
        `--oidc-issuer-url=${client.issuer}`,
        `--oidc-client-id=${client.id}`,
        `--oidc-client-secret=${client.secret}`,
        '--oidc-extra-scope=profile',
        '--oidc-extra-scope=email',
      ],
      interactiveMode: 'IfAvailable',
      provideClusterInfo: false,
    },
  });
}

/** What the Spectro Proxy makes of it: one service account for everybody. */
export function serviceAccountKubeconfig(cluster: Cluster): string {
  return kubeconfig(cluster, proxiedServer(cluster), 'spectro-proxy', {
    token: `shared-service-account-token-of-${cluster.uid}`,
  });
}

/** Cluster-admin by client certificate. */
export function adminKubeconfig(cluster: Cluster): string {
  return kubeconfig(cluster, directServer(cluster), 'admin', {
    'client-certificate-data': fakePem('CERTIFICATE', cluster),
    'client-key-data': fakePem('RSA PRIVATE KEY', cluster),
  });
}
