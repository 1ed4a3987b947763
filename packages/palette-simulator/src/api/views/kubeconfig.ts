import { createHash } from 'node:crypto';
import { stringify } from 'yaml';
import type { Cluster } from '../../seed/types';
import type { SimulatorClient } from '../../SimulatorContext';
import { apiHostOf } from './clusterDetail';

interface OidcClient extends SimulatorClient {
  issuer: string;
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
  server: string,
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
          'certificate-authority-data': fakePem('CERTIFICATE', cluster),
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

const directServer = (cluster: Cluster) => `https://${apiHostOf(cluster)}:6443`;

const proxiedServer = (cluster: Cluster) =>
  `https://cluster-${cluster.uid}.proxy.palette.example:443`;

/** The user kubeconfig: kubelogin signs in at Palette, nothing in it is personal. */
export function oidcKubeconfig(cluster: Cluster, client: OidcClient): string {
  return kubeconfig(cluster, directServer(cluster), 'oidc', {
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
