import type { ClusterOidc } from '@terasky/backstage-plugin-spectrocloud-common';

/** What no shell takes for more than a text. */
const PLAIN = /^[\w.,:/@+=-]+$/;
/** Asked for anyway. */
const ALWAYS = 'openid';

/** A value for a POSIX shell, whatever Palette sent. */
function quote(value: string): string {
  return PLAIN.test(value) ? value : `'${value.replaceAll("'", `'\\''`)}'`;
}

/**
 * The line that signs in to a cluster by the kubectl plugin `oidc-login`
 * (https://github.com/int128/kubelogin), without any secret.
 */
export function oidcLogin({
  issuerUrl,
  clientId,
  scopes,
}: ClusterOidc): string {
  return [
    'kubectl oidc-login get-token',
    `--oidc-issuer-url=${quote(issuerUrl)}`,
    `--oidc-client-id=${quote(clientId)}`,
    ...scopes
      .filter(scope => scope !== ALWAYS)
      .map(scope => `--oidc-extra-scope=${quote(scope)}`),
  ].join(' ');
}
