import { NotFoundError } from '@backstage/errors';
import type { PaletteReader } from '../reads/PaletteReader';
import { getScopes } from './getMe';
import { listClusters } from './listClusters';

/**
 * The project to ask Palette in. Palette refuses users of single projects in
 * the tenant's scope, so without a given project the cluster is looked up in
 * the lists, which are mostly held.
 */
export async function locateCluster(
  reader: PaletteReader,
  uid: string,
  givenProjectUid?: string,
): Promise<string | undefined> {
  if (givenProjectUid) return givenProjectUid;
  const scopes = await getScopes(reader, 'cluster.get');
  // The tenant's scope, or the only project.
  if (scopes.length === 1) return scopes[0];
  for (const kind of ['host', 'virtual'] as const) {
    const clusters = await listClusters(reader, { kind });
    const cluster = clusters.find(({ metadata }) => metadata.uid === uid);
    if (cluster) return cluster.spec.projectUid;
  }
  throw new NotFoundError('Palette does not know what was asked for');
}
