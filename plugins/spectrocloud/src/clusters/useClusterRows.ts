import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { spectroCloudApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import type {
  ClusterMeta,
  VirtualClusterSummary,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { useLoad } from '@terasky/backstage-plugin-spectrocloud-react';
import { useEffect, useMemo, useState } from 'react';
import { quietPaletteRef } from '../QuietPalette';
import { spectroCloudTranslationRef } from '../translation';
import { toClusterRow } from './clusterRows';
import { pollClusters } from './pollClusters';
import { useClusters } from './useClusters';

/** What is known of clusters that have changed since the list was read; `undefined` of those that are gone. */
type Changes = ReadonlyMap<string, VirtualClusterSummary | undefined>;

const NO_CHANGES: Changes = new Map();

/** Region and type of the clusters, asked for after the list, which they must not delay; nothing where that fails. */
function useClusterMeta(
  clusters: VirtualClusterSummary[] | undefined,
): ReadonlyMap<string, ClusterMeta> | undefined {
  const api = useApi(spectroCloudApiRef);
  return useLoad(async ({ signal }) => {
    const meta = clusters?.length
      ? await api.listClusterMeta({ signal }).catch(() => [])
      : [];
    return new Map(meta.map(one => [one.uid, one]));
  }, clusters).value;
}

/** The clusters of a list, kept up to date while Palette is at work on them. */
function useChanges(clusters: VirtualClusterSummary[] | undefined): Changes {
  // Nobody is asked to sign in because of what the page does by itself.
  const { client } = useApi(quietPaletteRef);
  const [changes, setChanges] = useState({ of: clusters, by: NO_CHANGES });
  useEffect(() => {
    if (!clusters) return undefined;
    const controller = new AbortController();
    pollClusters({
      clusters,
      read: client.getClusterState,
      signal: controller.signal,
      onChange: (uid, cluster) =>
        setChanges(({ of, by }) => ({
          of: clusters,
          by: new Map(of === clusters ? by : NO_CHANGES).set(uid, cluster),
        })),
    });
    return () => controller.abort();
  }, [client, clusters]);
  return changes.of === clusters ? changes.by : NO_CHANGES;
}

/** All clusters that the user may see, as the pages show them. */
export function useClusterRows() {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const { value: clusters, error, loading, reload } = useClusters();
  const meta = useClusterMeta(clusters);
  const changes = useChanges(clusters);
  const rows = useMemo(() => {
    const context = { unknown: t('clusters.unknown'), now: Date.now(), meta };
    return clusters?.flatMap(listed => {
      const { uid } = listed.metadata;
      const cluster = changes.has(uid) ? changes.get(uid) : listed;
      return cluster ? [toClusterRow(cluster, context)] : [];
    });
  }, [clusters, changes, meta, t]);
  return { rows, error, loading, reload };
}
