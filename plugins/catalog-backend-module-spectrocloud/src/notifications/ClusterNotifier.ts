import type { LoggerService } from '@backstage/backend-plugin-api';
import { type Entity, getCompoundEntityRef } from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import {
  PALETTE_ANNOTATIONS,
  type VirtualClusterSummary,
} from '@terasky/backstage-plugin-spectrocloud-common';
import type { ProviderConfig } from '../config/ProviderConfig';
import { type Condition, CONDITIONS, conditionsOf } from './clusterConditions';
import type { NotifiedStore } from './NotifiedStore';

type Severity = 'high' | 'normal' | 'low';

const TEXTS: Record<Condition, { title: string; severity: Severity }> = {
  unhealthy: { title: 'is unhealthy', severity: 'high' },
  repave: {
    title: 'waits for somebody to approve that its nodes are replaced',
    severity: 'normal',
  },
  update: { title: 'can be updated', severity: 'low' },
};

/** A cluster that became an entity. */
interface OwnedCluster {
  cluster: VirtualClusterSummary;
  entity: Entity;
}

/** Tells the owners of clusters what has become of them, once for each time that it does. */
export class ClusterNotifier {
  readonly #options: {
    config: Pick<ProviderConfig, 'instance' | 'notifications'>;
    notifications: NotificationService;
    store: NotifiedStore;
    logger: LoggerService;
  };

  constructor(options: {
    config: Pick<ProviderConfig, 'instance' | 'notifications'>;
    notifications: NotificationService;
    store: NotifiedStore;
    logger: LoggerService;
  }) {
    this.#options = options;
  }

  /**
   * Compares what a run has read with what owners know. What is so when a Palette is
   * looked at for the first time is no news. Never throws.
   */
  async notify(
    clusters: VirtualClusterSummary[],
    entities: Entity[],
  ): Promise<void> {
    const { config, logger } = this.#options;
    if (config.notifications.size === 0) return;
    try {
      await this.#compare(toOwned(clusters, entities));
    } catch (error) {
      logger.warn(
        `The owners of clusters of Palette '${config.instance}' are told later: ${stringifyError(error)}`,
      );
    }
  }

  async #compare(owned: Map<string, OwnedCluster>): Promise<void> {
    const { config, store } = this.#options;
    const { instance } = config;
    const noted = await store.list(instance);
    const known = new Set(noted?.map(keyOf));
    for (const { clusterUid, condition } of noted ?? []) {
      const found = owned.get(clusterUid);
      const is = CONDITIONS.find(one => one === condition);
      if (!found || !is || conditionsOf(found.cluster)[is] === false) {
        await store.release(instance, { clusterUid, condition });
      }
    }
    for (const [clusterUid, one] of owned) {
      const current = conditionsOf(one.cluster);
      for (const condition of config.notifications) {
        const news = { clusterUid, condition };
        if (
          current[condition] &&
          !known.has(keyOf(news)) &&
          (await store.claim(instance, news)) &&
          noted
        ) {
          await this.#send(news, one);
        }
      }
    }
    await store.noteSeen(instance);
  }

  async #send(
    news: { clusterUid: string; condition: Condition },
    { cluster, entity }: OwnedCluster,
  ): Promise<void> {
    const { config, notifications, store } = this.#options;
    const { title, severity } = TEXTS[news.condition];
    const { kind, namespace, name } = getCompoundEntityRef(entity);
    try {
      await notifications.send({
        recipients: { type: 'entity', entityRef: String(entity.spec?.owner) },
        payload: {
          title: `${cluster.metadata.name} ${title}`,
          link: `/catalog/${namespace}/${kind.toLowerCase()}/${name}`,
          severity,
          topic: 'Palette clusters',
          scope: `spectrocloud:${config.instance}:${news.clusterUid}:${news.condition}`,
        },
      });
    } catch (error) {
      // The next run tries again.
      await store.release(config.instance, news);
      throw error;
    }
  }
}

function keyOf(noted: { clusterUid: string; condition: string }): string {
  return `${noted.clusterUid} ${noted.condition}`;
}

/** By the clusters' uids; one whose entity a transformer left out has no owner. */
function toOwned(
  clusters: VirtualClusterSummary[],
  entities: Entity[],
): Map<string, OwnedCluster> {
  const byUid = new Map(
    entities.map(entity => [
      entity.metadata.annotations?.[PALETTE_ANNOTATIONS.clusterUid],
      entity,
    ]),
  );
  return new Map(
    clusters.flatMap(cluster => {
      const { uid } = cluster.metadata;
      const entity = byUid.get(uid);
      return entity?.spec?.owner ? [[uid, { cluster, entity }] as const] : [];
    }),
  );
}
