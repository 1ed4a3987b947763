import { NotFoundError } from '@backstage/errors';
import type { KubernetesCluster } from '@terasky/backstage-plugin-spectrocloud-common';
import type { ListedCluster } from '../mapping/listedCluster';
import { UID_PATTERN } from '../palette/palettePath';
import { getMe } from '../queries/getMe';
import { listClusters } from '../queries/listClusters';
import type { PaletteReader } from '../reads/PaletteReader';
import type { KnownAccess } from './accessOf';
import type { ClusterKey } from './ClusterKey';
import type { Asker, KubernetesAccessStore } from './KubernetesAccessStore';

/** Palette keeps a Kubernetes API in these states; in all others there is none to ask for. */
const STATES_WITH_API = new Set(['Running', 'Error', undefined]);

type Summary = ListedCluster['summary'];

/**
 * The clusters that the caller's own list shows, hosts and virtual ones, each with how its
 * Kubernetes API is reached as far as that is known.
 */
export async function listKubernetesClusters(
  reader: PaletteReader,
  store: KubernetesAccessStore,
  options: { projectUid?: string },
): Promise<KubernetesCluster[]> {
  const list = await listClusters(reader, options);
  const tenantUid = await tenantOf(reader);
  const all = [...list.of('host'), ...list.of('virtual')];
  await store.recall(
    { palette: reader.caller.instance.url, tenantUid },
    all.filter(hasApi).map(({ metadata }) => metadata.uid),
  );
  // Replicas begin in different places, and find what the others have read.
  return shuffle(all)
    .map(summary =>
      toKubernetesCluster(
        summary,
        known(summary, { reader, store, tenantUid }),
      ),
    )
    .sort((a, b) => a.name.localeCompare(b.name));
}

/**
 * Has it read anew how a cluster is reached that the caller's own list shows.
 *
 * @throws `NotFoundError` where the list doesn't show it
 */
export async function rereadKubernetesCluster(
  reader: PaletteReader,
  store: KubernetesAccessStore,
  { uid, projectUid }: { uid: string; projectUid?: string },
): Promise<KubernetesCluster> {
  const list = await listClusters(reader, { projectUid });
  const summary = list.find(uid)?.summary;
  if (!summary) {
    throw new NotFoundError('Palette did not find what was requested');
  }
  const tenantUid = await tenantOf(reader);
  await store.recall({ palette: reader.caller.instance.url, tenantUid }, [uid]);
  const asked = { reader, store, tenantUid, isReread: true };
  return toKubernetesCluster(summary, known(summary, asked));
}

async function tenantOf(reader: PaletteReader): Promise<string> {
  return (
    reader.caller.session.identity?.tenantUid ?? (await getMe(reader)).tenantUid
  );
}

function hasApi({ status }: Summary): boolean {
  return STATES_WITH_API.has(status.state);
}

function shuffle<T>(items: T[]): T[] {
  return items
    .map(item => ({ item, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

function known(
  summary: Summary,
  {
    reader,
    store,
    tenantUid,
    isReread = false,
  }: {
    reader: PaletteReader;
    store: KubernetesAccessStore;
    tenantUid: string;
    isReread?: boolean;
  },
): KnownAccess {
  const { metadata, spec } = summary;
  const { uid } = metadata;
  if (!hasApi(summary)) return { gap: 'not-running' };
  // What is no uid becomes neither a path nor a header.
  if (!UID_PATTERN.test(uid)) return { gap: 'unreadable' };
  const { projectUid } = spec;
  const palette = reader.caller.instance.url;
  const key: ClusterKey = { palette, tenantUid, uid };
  const asker: Asker = {
    sessionId: reader.caller.session.sessionId,
    queueKey: reader.caller.queueKey,
    place: {
      uid,
      projectUid:
        projectUid && UID_PATTERN.test(projectUid) ? projectUid : undefined,
    },
    client: () => reader.behind(),
  };
  return isReread ? store.reread(key, asker) : store.get(key, asker);
}

function toKubernetesCluster(
  { metadata, spec, status }: Summary,
  { access, gap }: KnownAccess,
): KubernetesCluster {
  return {
    uid: metadata.uid,
    name: metadata.name,
    projectUid: spec.projectUid,
    projectName: spec.projectName,
    state: status.state,
    labels: metadata.labels,
    access,
    gap,
  };
}
