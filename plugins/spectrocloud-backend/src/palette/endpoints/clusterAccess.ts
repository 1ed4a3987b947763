import type { PaletteClient } from '../PaletteClient';
import { palettePath } from '../palettePath';
import type {
  V1ClusterNamespaceResource,
  V1ClusterRbac,
} from '../v1clusterAccess';

/** Some dozens of objects; far more than that is none. */
const MAX_MANIFEST_BYTES = 1024 * 1024;

/** The namespaces that Palette sets up in a cluster. */
export async function fetchNamespaces(
  client: PaletteClient,
  uid: string,
  projectUid?: string,
): Promise<V1ClusterNamespaceResource[]> {
  return client.items({
    path: palettePath`/v1/spectroclusters/${uid}/config/namespaces`,
    projectUid,
  });
}

/** The role bindings that Palette sets up in a cluster. */
export async function fetchRbacs(
  client: PaletteClient,
  uid: string,
  projectUid?: string,
): Promise<V1ClusterRbac[]> {
  return client.items({
    path: palettePath`/v1/spectroclusters/${uid}/config/rbacs`,
    projectUid,
  });
}

/** Kubernetes objects with which a cluster joins Palette: a credential. */
export async function fetchImportManifest(
  client: PaletteClient,
  uid: string,
  projectUid?: string,
): Promise<string> {
  const path = palettePath`/v1/spectroclusters/${uid}/import/manifest`;
  return client.text({ path, projectUid }, MAX_MANIFEST_BYTES);
}
