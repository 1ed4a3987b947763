const UNSAFE = /[^A-Za-z0-9._-]+|\.{2,}/g;
const MAX_NAME_LENGTH = 80;

/** A name for the file that can't leave the downloads folder or break a header. */
export function kubeconfigFileName(
  uid: string,
  kind: 'oidc' | 'admin',
  clusterName?: string,
): string {
  const name = (clusterName ?? '')
    .replace(UNSAFE, '-')
    .slice(0, MAX_NAME_LENGTH)
    .replace(/^[.-]+|[.-]+$/g, '');
  return `${kind === 'admin' ? 'admin-' : ''}${name || uid}.kubeconfig.yaml`;
}
