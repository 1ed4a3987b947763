import type { PaletteClient } from '../PaletteClient';
import { palettePath } from '../palettePath';

/** Far more than a kubeconfig has; reading YAML takes more than linear time. */
const MAX_KUBECONFIG_BYTES = 64 * 1024;

/** The kubeconfig that the cluster's users sign in with. */
export async function fetchClientKubeconfig(
  client: PaletteClient,
  uid: string,
  projectUid?: string,
): Promise<string> {
  const path = palettePath`/v1/spectroclusters/${uid}/assets/kubeconfigclient`;
  return client.text({ path, projectUid }, MAX_KUBECONFIG_BYTES);
}

/** What was called so before there was {@link fetchClientKubeconfig}'s; may sign in as anybody, and lead through Palette's proxy if it isn't to be direct. */
export async function fetchKubeconfig(
  client: PaletteClient,
  uid: string,
  { projectUid, direct }: { projectUid?: string; direct?: boolean },
): Promise<string> {
  const path = palettePath`/v1/spectroclusters/${uid}/assets/kubeconfig`;
  const query = { frp: direct ? 'false' : 'true' };
  return client.text({ path, projectUid, query }, MAX_KUBECONFIG_BYTES);
}

/** The kubeconfig of the cluster's administrator. */
export async function fetchAdminKubeconfig(
  client: PaletteClient,
  uid: string,
  projectUid?: string,
): Promise<string> {
  const path = palettePath`/v1/spectroclusters/${uid}/assets/adminKubeconfig`;
  return client.text({ path, projectUid }, MAX_KUBECONFIG_BYTES);
}
