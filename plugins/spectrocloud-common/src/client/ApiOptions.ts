import type { KubeconfigKind } from '../wire';

/** What every call takes. @public */
export interface ApiOptions {
  /** Name of the Palette (`spectrocloud.environments[].name`); the first one by default. */
  instance?: string;
  /** The project to look in; everything that the user may see by default. */
  projectUid?: string;
  /** Ask Palette again, whatever the backend still holds. */
  fresh?: boolean;
  /** Gives the call up. */
  signal?: AbortSignal;
}

/** Which kubeconfig. @public */
export interface KubeconfigOptions extends ApiOptions {
  /** `oidc` by default. */
  kind?: KubeconfigKind;
  /** Of kind `oidc`: one that leads to the cluster itself, never through Palette's proxy. */
  direct?: boolean;
}
