import type { PaletteClient } from '../PaletteClient';
import { palettePath } from '../palettePath';

/** What is read of `v1SpectroClusterOidcSpec`; its `clientSecret` is not. */
export interface V1ClusterOidc {
  clientId?: unknown;
  issuerUrl?: unknown;
}

/** Whose ID tokens the cluster's API server takes, as Palette has set it up. */
export async function fetchClusterOidc(
  client: PaletteClient,
  uid: string,
  projectUid?: string,
): Promise<V1ClusterOidc> {
  const { clientId, issuerUrl } = await client.json<V1ClusterOidc>({
    path: palettePath`/v1/spectroclusters/${uid}/oidc`,
    projectUid,
  });
  return { clientId, issuerUrl };
}
