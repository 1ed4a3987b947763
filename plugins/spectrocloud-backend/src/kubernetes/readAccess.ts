import { NotFoundError } from '@backstage/errors';
import { parseKubeconfig } from '../kubeconfig/parseKubeconfig';
import type { YamlReader } from '../kubeconfig/YamlReader';
import { fetchClusterOidc } from '../palette/endpoints/clusterDetails';
import {
  fetchClientKubeconfig,
  fetchKubeconfig,
} from '../palette/endpoints/kubeconfigs';
import type { PaletteClient } from '../palette/PaletteClient';
import { accessOf, type KnownAccess, type OidcClient } from './accessOf';

/** Of which cluster. */
export interface ClusterPlace {
  uid: string;
  projectUid?: string;
}

/**
 * Reads how a cluster's Kubernetes API is reached: from the kubeconfig of its users,
 * never from an administrator's, and from what Palette says of the cluster's OIDC.
 *
 * @param nextClient - waits for the turn of each call
 */
export async function readAccess(
  place: ClusterPlace,
  nextClient: () => Promise<PaletteClient>,
  yaml: YamlReader,
): Promise<KnownAccess> {
  const sent = await readKubeconfig(place, nextClient);
  if (sent === undefined) return { gap: 'no-kubeconfig' };
  const kubeconfig = await parseKubeconfig(sent, yaml).catch(() => undefined);
  if (!kubeconfig) return { gap: 'unreadable' };
  const told =
    kubeconfig.credential === 'user'
      ? await readOidc(place, nextClient)
      : undefined;
  return accessOf(kubeconfig, told);
}

async function readKubeconfig(
  { uid, projectUid }: ClusterPlace,
  nextClient: () => Promise<PaletteClient>,
): Promise<string | undefined> {
  const sent = await orNothing(
    fetchClientKubeconfig(await nextClient(), uid, projectUid),
  );
  return (
    sent ?? orNothing(fetchKubeconfig(await nextClient(), uid, { projectUid }))
  );
}

async function readOidc(
  { uid, projectUid }: ClusterPlace,
  nextClient: () => Promise<PaletteClient>,
): Promise<OidcClient | undefined> {
  const spec = await orNothing(
    fetchClusterOidc(await nextClient(), uid, projectUid),
  );
  const { clientId, issuerUrl } = spec ?? {};
  return typeof clientId === 'string' && typeof issuerUrl === 'string'
    ? { clientId, issuerUrl }
    : undefined;
}

async function orNothing<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof NotFoundError) return undefined;
    throw error;
  }
}
