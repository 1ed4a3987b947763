import type { Entity } from '@backstage/catalog-model';
import {
  type ClusterChangedEvent,
  PALETTE_ANNOTATIONS,
} from '@terasky/backstage-plugin-spectrocloud-common';
import type { ProviderConfig } from '../config/ProviderConfig';
import type { Owners } from '../entities/Owners';
import { toEntities } from '../entities/toEntities';
import type { PaletteEntityTransformer } from '../entities/transformers';
import type { InventoryApi } from '../inventory/readInventory';
import { selectWanted } from '../inventory/selectWanted';

const NOBODY = {
  refs: new Map<string, string>(),
  ambiguous: new Set<string>(),
};

/**
 * The entity of one cluster, by what Palette says of it now: an event is only a reason to ask.
 *
 * @param options - `findUids` tells which of some uids the catalog has entities of
 * @returns undefined where the catalog should have none
 */
export async function readChangedCluster(
  { clusterUid, projectUid }: Omit<ClusterChangedEvent, 'instance' | 'change'>,
  options: {
    api: InventoryApi;
    config: ProviderConfig;
    owners: Owners;
    transformers: PaletteEntityTransformer[];
    findUids(uids: string[]): Promise<string[]>;
  },
): Promise<Entity | undefined> {
  const { api, config } = options;
  const { instance } = config;
  const inProject = { instance, projectUid, fresh: true };
  const { tenantUid } = await api.getMe({ instance });
  const found = selectWanted(config, {
    projects: await api.listProjects({ instance }),
    clusters: [
      ...(await api.listClusters(inProject)),
      ...(await api.listVirtualClusters({ instance, projectUid })),
    ],
    clusterGroups: [],
    profiles: [],
  });
  const clusters = found.clusters.filter(
    ({ metadata }) => metadata.uid === clusterUid,
  );
  const [cluster] = clusters;
  if (!cluster) return undefined;
  const { virtual } = cluster;
  const around = [virtual?.hostCluster?.uid, virtual?.clusterGroup?.uid];
  const entities = await toEntities(
    { ...found, clusters, tenantUid, users: [], teams: [] },
    {
      ...options,
      matched: NOBODY,
      knownUids: await options.findUids(around.flatMap(uid => uid ?? [])),
    },
  );
  return entities.find(
    ({ metadata }) =>
      metadata.annotations?.[PALETTE_ANNOTATIONS.clusterUid] === clusterUid,
  );
}
