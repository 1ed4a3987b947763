/** Which kubeconfig: the user's own, or the cluster administrator's. @public */
export type KubeconfigKind = 'oidc' | 'admin';

/** A downloaded kubeconfig. @public */
export interface Kubeconfig {
  /** A safe name for the file. */
  fileName: string;
  /** The file. */
  content: Blob;
  /** `user`, or `shared-token` / `shared-certificate` when everybody who holds it has the same access. */
  credential?: string;
}
