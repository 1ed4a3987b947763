import { NotFoundError } from '@backstage/errors';
import type { PaletteReader } from '../reads/PaletteReader';
import { mayInTenant } from './getMe';
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
  if (await mayInTenant(reader, 'cluster.get')) return undefined;
  for (const kind of ['host', 'virtual'] as const) {
    const clusters = await listClusters(reader, { kind });
    const cluster = clusters.find(({ metadata }) => metadata.uid === uid);
    if (cluster) return cluster.spec.projectUid;
  }
  throw new NotFoundError('Palette does not know what was asked for');
}
