import { NotFoundError } from '@backstage/errors';
import { fetchClusterMeta } from '../palette/endpoints/clusters';
import { UID_PATTERN } from '../palette/palettePath';
import type { PaletteReader } from '../reads/PaletteReader';
import { firstAcrossProjects } from './acrossProjects';
import { getScopes } from './getMe';
import { findHeldCluster } from './ClusterList';

/** A cluster, and where Palette says it is. */
interface ClusterPlace {
  uid?: string;
  projectUid?: string;
  region?: string;
  clusterType?: string;
}

/** The places of all clusters of a scope: one call, whatever their number. */
export async function listPlaces(
  reader: PaletteReader,
  scope: string | undefined,
): Promise<ClusterPlace[]> {
  return reader.list('cluster-places', [scope], async shared => {
    const clusters = await fetchClusterMeta(shared.client, scope);
    return clusters.map(({ metadata, spec }) => ({
      uid: metadata?.uid,
      projectUid: scope ?? metadata?.annotations?.projectUid,
      region: spec?.cloudRegion || undefined,
      clusterType: spec?.clusterType || undefined,
    }));
  });
}

async function findProject(
  reader: PaletteReader,
  uid: string,
): Promise<string | undefined> {
  const place = await firstAcrossProjects(reader, {
    permission: 'cluster.list',
    find: async scope =>
      (await listPlaces(reader, scope)).find(cluster => cluster.uid === uid),
  });
  if (!place) {
    throw new NotFoundError('Palette did not find what was requested');
  }
  return place.projectUid;
}

/**
 * The project to ask Palette in. Palette refuses users of single projects in
 * the tenant's scope, so without a given project the cluster is looked up: in
 * the lists that are held, else with one short call in each scope, until one
 * knows it.
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
  const held = findHeldCluster(reader, uid, scopes);
  const projectUid =
    held?.cluster.summary.spec.projectUid ?? (await findProject(reader, uid));
  // What is no uid does not become a header.
  return projectUid && UID_PATTERN.test(projectUid) ? projectUid : undefined;
}
