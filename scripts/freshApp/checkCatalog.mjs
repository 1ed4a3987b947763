import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';

import { readAs } from './readAs.mjs';
import { until } from './until.mjs';

const CLUSTERS = 'kind=resource,spec.type=kubernetes-cluster';

/**
 * The catalog, which is filled on a schedule, has Palette's clusters and people, and shows
 * each user the clusters that the user sees at Palette: `read` is that of somebody who
 * sees more than `colleague`.
 */
export async function checkCatalog(backendUrl, { read, user, colleague }) {
  const all = await checkClusters(read, user.name);
  await until(
    () => readEntities(read, `kind=user,spec.profile.email=${colleague.email}`),
    found => found.length === 1,
    `${colleague.name} in the catalog, by ${colleague.email}`,
  );
  const readAsColleague = await readAs(backendUrl, colleague.email);
  const some = await checkClusters(readAsColleague, colleague.name);
  assert.ok(
    some.length < all.length,
    `${colleague.name} sees fewer clusters than ${user.name}: ${some.length} of ${all.length}`,
  );
}

async function checkClusters(read, name) {
  const atPalette = await readClusters(read);
  assert.ok(atPalette.length > 0, `any clusters of ${name} at Palette`);
  return until(
    () => readEntities(read, CLUSTERS),
    found => isDeepStrictEqual(found, atPalette),
    `what ${name} sees in the catalog is to be ${JSON.stringify(atPalette)}`,
  );
}

/** Their uids, which are the names of their entities; what is being deleted has none. */
async function readClusters(read) {
  const what = 'clusters of a signed-in user';
  const { clusters } = await read('spectrocloud/clusters', what);
  const { virtualClusters } = await read('spectrocloud/virtualclusters', what);
  return [...clusters, ...virtualClusters]
    .filter(({ status }) => status.state !== 'Deleting')
    .map(({ metadata }) => metadata.uid)
    .sort();
}

async function readEntities(read, filter) {
  const entities = await read(
    `catalog/entities?fields=metadata.name&filter=${filter}`,
    'entities of the catalog',
  );
  return entities.map(({ metadata }) => metadata.name).sort();
}
