import { NotFoundError } from '@backstage/errors';
import type { KubeconfigKind } from '@terasky/backstage-plugin-spectrocloud-common';
import {
  fetchAdminKubeconfig,
  fetchClientKubeconfig,
  fetchKubeconfig,
} from '../palette/endpoints/kubeconfigs';
import type { PaletteClient } from '../palette/PaletteClient';

/** Clusters without OIDC in their Kubernetes pack have no kubeconfig of their users. */
function explainMissing(error: Error): never {
  throw error instanceof NotFoundError
    ? new NotFoundError(
        'Palette has no such kubeconfig of this cluster: it is not ready, or OIDC is not set up in its Kubernetes pack',
      )
    : error;
}

/**
 * A cluster's kubeconfig as Palette sends it, of the kind that is asked for as
 * far as Palette's names go: what it signs in with is for the caller to see. A
 * direct one leads to the cluster itself, never through Palette's proxy.
 */
export async function getKubeconfig(
  client: PaletteClient,
  kind: KubeconfigKind,
  uid: string,
  { projectUid, direct }: { projectUid?: string; direct?: boolean } = {},
): Promise<string> {
  if (kind === 'admin') {
    return fetchAdminKubeconfig(client, uid, projectUid).catch(explainMissing);
  }
  if (direct) {
    // Only the older path knows of Palette's proxy.
    return fetchKubeconfig(client, uid, { projectUid, direct }).catch(
      explainMissing,
    );
  }
  try {
    return await fetchClientKubeconfig(client, uid, projectUid);
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
    // A Palette of before April 2025 has no such path. What it answers then
    // can't be told from "no such document", and the older path knows.
    return fetchKubeconfig(client, uid, { projectUid }).catch(explainMissing);
  }
}
