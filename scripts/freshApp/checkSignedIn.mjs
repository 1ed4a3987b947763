import assert from 'node:assert/strict';

import { checkBrowser } from './checkBrowser.mjs';
import { checkCatalog } from './checkCatalog.mjs';
import { readAs } from './readAs.mjs';
import { until } from './until.mjs';

const TEMPLATE_ACTIONS = [
  'spectrocloud:cluster:create',
  'spectrocloud:cluster:delete',
  'spectrocloud:cluster:kubeconfig',
  'spectrocloud:cluster:wait',
  'spectrocloud:profile:attach',
];

/** Signs in, first without a browser and then as a person does. */
export async function checkSignedIn(urls, { user, colleague, picture }) {
  const read = await readAs(urls.backend, user.email);

  const { clusters } = await read(
    'spectrocloud/clusters',
    'clusters of a signed-in user',
  );
  assert.ok(clusters.length > 0, 'any clusters');
  await read(
    'spectrocloud/.backstage/actions/v1/actions',
    'the actions of the plugin',
  );
  const own = await read('my-plugin/tenant', 'the plugin of the README');
  assert.deepEqual(own, { status: 200 }, 'the plugin of the README');
  const actions = await read('scaffolder/v2/actions', 'actions of templates');
  const ids = actions.map(({ id }) => id);
  assert.deepEqual(
    TEMPLATE_ACTIONS.filter(id => !ids.includes(id)),
    [],
    'actions of ours that templates do not have',
  );
  await checkCatalog(urls.backend, { read, user, colleague });

  const cluster = await findKubernetesCluster(read, clusters);
  await checkBrowser(urls.app, { read, user, picture, cluster });
}

/** One of Palette's that the Kubernetes plugin lists, too; how it is reached is read behind the answers. */
async function findKubernetesCluster(read, clusters) {
  // Those of the Kubernetes plugin have Palette's name as their title; a virtual one is no row of the list.
  const listedIn = items =>
    clusters.find(({ metadata }) =>
      items.some(
        ({ oidcTokenProvider, title }) =>
          oidcTokenProvider === 'spectrocloud' && title === metadata.name,
      ),
    );
  const what = 'clusters of the Kubernetes plugin';
  const found = await until(
    async () => (await read('kubernetes/clusters', what)).items,
    listedIn,
    "none of Palette's clusters in the Kubernetes plugin",
  );
  return listedIn(found);
}
