import type { VirtualClusterSummary } from '@terasky/backstage-plugin-spectrocloud-common';
import { VIRTUAL_CLOUD_TYPE } from '../mapping/clusters';
import type { ListedCluster } from '../mapping/listedCluster';
import type { PaletteReader } from '../reads/PaletteReader';
import { SharedAnswer } from '../reads/SharedAnswer';

/** Names the list in the cache. */
export const CLUSTERS = 'clusters';

/** Which clusters to look for. */
export type ClusterKind = 'host' | 'virtual';

/**
 * The clusters that one session was shown at one moment. It is held as it is, so
 * what is made of it for an answer is made once.
 */
export class ClusterList {
  /** When Palette was asked. */
  readonly readAt: Date;
  readonly #byUid: Map<string, ListedCluster>;
  readonly #answers = new Map<ClusterKind, SharedAnswer>();

  constructor(clusters: ListedCluster[], readAt: Date) {
    this.readAt = readAt;
    this.#byUid = new Map(clusters.map(one => [one.summary.metadata.uid, one]));
  }

  /** How many rows it has: what it counts for in the cache. */
  get size(): number {
    return this.#byUid.size;
  }

  get uids(): string[] {
    return [...this.#byUid.keys()];
  }

  find(uid: string): ListedCluster | undefined {
    return this.#byUid.get(uid);
  }

  of(kind: ClusterKind): VirtualClusterSummary[] {
    return [...this.#byUid.values()]
      .map(({ summary }) => summary)
      .filter(
        ({ spec }) =>
          (spec.cloudType === VIRTUAL_CLOUD_TYPE) === (kind === 'virtual'),
      );
  }

  /** The same answer each time that it is asked for. */
  answer(
    kind: ClusterKind,
    make: (clusters: VirtualClusterSummary[]) => object,
  ): SharedAnswer {
    const known = this.#answers.get(kind);
    if (known) return known;
    const answer = new SharedAnswer(make(this.of(kind)));
    this.#answers.set(kind, answer);
    return answer;
  }
}

/** A cluster of a list that is held anyway, and when Palette was asked for that. */
export function findHeldCluster(
  reader: PaletteReader,
  uid: string,
  scopes: Array<string | undefined>,
): { cluster: ListedCluster; readAt: Date } | undefined {
  for (const scope of new Set([undefined, ...scopes])) {
    const list = reader.held<ClusterList>(CLUSTERS, [scope]);
    const cluster = list?.find(uid);
    if (list && cluster) return { cluster, readAt: list.readAt };
  }
  return undefined;
}
