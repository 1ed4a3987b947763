import { X509Certificate } from 'node:crypto';
import type {
  KubernetesAccess,
  KubernetesAccessGap,
} from '@terasky/backstage-plugin-spectrocloud-common';
import type { ParsedKubeconfig } from '../kubeconfig/parseKubeconfig';

/** What is known of a cluster's Kubernetes API; nothing in it signs anybody in. */
export interface KnownAccess {
  access?: KubernetesAccess;
  gap?: KubernetesAccessGap;
}

/** Who the OIDC client of a cluster is. */
export type OidcClient = NonNullable<KubernetesAccess['oidc']>;

/** Names of Palette's reverse proxy: `cluster-<uid>.proxy.<domain of Palette>`. */
const PROXY_HOST = /^cluster-[^.]+\.proxy\./i;
const CERTIFICATE =
  /^-----BEGIN CERTIFICATE-----$[^-]+^-----END CERTIFICATE-----$/gm;
const MAX_CA_LENGTH = 64 * 1024;
const MAX_ENDPOINT_LENGTH = 300;

/**
 * Endpoint and authorities of a user kubeconfig. What signs in with it, what says that
 * certificates need no checking, and whatever else is in it stays here.
 */
export function accessOf(
  { cluster, credential, oidc: named }: ParsedKubeconfig,
  told: OidcClient | undefined,
): KnownAccess {
  const endpoint = endpointOf(cluster?.server);
  const caData = authoritiesOf(cluster?.caData);
  if (!endpoint || caData === 'unreadable') return { gap: 'unreadable' };
  const oidc = told ?? named;
  const access = { endpoint, caData, oidc };
  if (PROXY_HOST.test(new URL(endpoint).hostname)) {
    return { access, gap: 'behind-proxy' };
  }
  if (credential !== 'user' || !oidc) return { access, gap: 'no-oidc' };
  return { access };
}

function endpointOf(server: string | undefined): string | undefined {
  if (!server || server.length > MAX_ENDPOINT_LENGTH) return undefined;
  if (!URL.canParse(server)) return undefined;
  const url = new URL(server);
  const isPlain = !url.username && !url.password && !url.search && !url.hash;
  return url.protocol === 'https:' && isPlain
    ? `${url.origin}${url.pathname.replace(/\/+$/, '')}`
    : undefined;
}

/** Nothing but certificates, whatever else the text has. */
function authoritiesOf(
  caData: string | undefined,
): string | undefined | 'unreadable' {
  if (!caData) return undefined;
  if (caData.length > MAX_CA_LENGTH) return 'unreadable';
  const text = Buffer.from(caData, 'base64').toString('latin1');
  const certificates = text.replaceAll('\r', '').match(CERTIFICATE) ?? [];
  return certificates.length > 0 && certificates.every(isCertificate)
    ? Buffer.from(`${certificates.join('\n')}\n`).toString('base64')
    : 'unreadable';
}

function isCertificate(pem: string): boolean {
  try {
    return Boolean(new X509Certificate(pem));
  } catch {
    return false;
  }
}
