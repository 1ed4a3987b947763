import type { Cluster } from '@terasky/backstage-plugin-spectrocloud-common';

const ADMIN_DOWNLOAD = 'cluster.adminKubeconfigDownload';

/** The user's own, the same without Palette's proxy, and the administrator's. */
export type KubeconfigVariant = 'oidc' | 'direct' | 'admin';

/** One entry of the menu, and what there is to say about it. */
export interface KubeconfigChoice {
  kind: KubeconfigVariant;
  hint:
    | 'own'
    | 'direct'
    | 'shared'
    | 'notAllowed'
    | 'none'
    | 'noneAnyMore'
    | 'noneOfOwn';
  disabled: boolean;
}

/** Whether Palette lets the user have the administrator's kubeconfig; where it doesn't tell, it will say so itself. */
function allowsAdmin({ metadata }: Cluster): boolean {
  const permissions = metadata.annotations?.permissions;
  return !permissions || permissions.split(',').includes(ADMIN_DOWNLOAD);
}

/** Why there is none, of a cluster that comes or goes. */
function noneHint({ status }: Cluster): 'none' | 'noneAnyMore' {
  const isGoing = ['Deleting', 'Deleted'].includes(status.state ?? '');
  return isGoing ? 'noneAnyMore' : 'none';
}

function ownHint(
  cluster: Cluster,
  allowed: { own: boolean; admin: boolean },
): KubeconfigChoice['hint'] {
  const { hasKubeConfig, hasKubeConfigClient } = cluster.status;
  if (!allowed.own) return 'notAllowed';
  if (hasKubeConfigClient) return 'own';
  if (hasKubeConfig === false) return noneHint(cluster);
  // An older Palette doesn't tell.
  if (hasKubeConfigClient === undefined) return 'own';
  return allowed.admin ? 'shared' : 'noneOfOwn';
}

/** What the user may download of a cluster, and why not. */
export function kubeconfigChoices(
  cluster: Cluster,
  allowed: { own: boolean; admin: boolean },
): KubeconfigChoice[] {
  const hint = ownHint(cluster, allowed);
  const disabled = hint !== 'own' && hint !== 'shared';
  const none = cluster.status.hasKubeConfig === false;
  return [
    { kind: 'oidc', hint, disabled },
    ...(disabled
      ? []
      : [{ kind: 'direct' as const, hint: 'direct' as const, disabled }]),
    ...(allowed.admin && allowsAdmin(cluster)
      ? [
          {
            kind: 'admin' as const,
            hint: none ? noneHint(cluster) : ('shared' as const),
            disabled: none,
          },
        ]
      : []),
  ];
}
