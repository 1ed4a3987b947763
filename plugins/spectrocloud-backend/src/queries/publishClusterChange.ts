import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { EventsService } from '@backstage/plugin-events-node';
import {
  CLUSTER_CHANGED_TOPIC,
  type ClusterChangedEvent,
} from '@terasky/backstage-plugin-spectrocloud-common';

/** Tells whoever keeps a list of clusters, as the catalog does. Never throws: they find out by themselves, later. */
export async function publishClusterChange(
  { events, logger }: { events: EventsService; logger: LoggerService },
  eventPayload: ClusterChangedEvent,
): Promise<void> {
  try {
    await events.publish({ topic: CLUSTER_CHANGED_TOPIC, eventPayload });
  } catch (error) {
    logger.warn(
      `That a cluster was ${eventPayload.change} could not be announced: ${stringifyError(error)}`,
    );
  }
}
