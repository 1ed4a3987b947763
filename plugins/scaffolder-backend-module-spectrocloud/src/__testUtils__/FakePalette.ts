import { ResponseError } from '@backstage/errors';
import type {
  Cluster,
  ClusterCreation,
  ClusterSummary,
  SpectroCloudApi,
} from '@terasky/backstage-plugin-spectrocloud-common';

/** As the client fails when the backend answers with an error. */
export async function failure(
  status: number,
  error: { name: string; message: string; findings?: unknown },
): Promise<Error> {
  return ResponseError.fromResponse(
    new Response(JSON.stringify({ error, response: { statusCode: status } }), {
      status,
      headers: { 'content-type': 'application/json' },
    }),
  );
}

/** A Palette that remembers what was created, as far as actions ask it. */
export class FakePalette {
  readonly clusters: ClusterSummary[] = [];
  /** How many creations arrived. */
  creations = 0;
  validations = 0;
  /** Fails the creation after, or before, Palette has done it. */
  failCreation?: { error: Error; before?: boolean };
  /** Whether created clusters show in lists yet. */
  listsLag = 0;

  readonly api = {
    listClusters: async () => this.#list(),
    listVirtualClusters: async () => this.#list(),
    validateCluster: async () => {
      this.validations += 1;
      return { valid: true, findings: [] };
    },
    createCluster: async (cluster: ClusterCreation) => {
      this.creations += 1;
      const failing = this.failCreation;
      if (failing?.before) throw failing.error;
      const uid = this.add(cluster.metadata.name, cluster.metadata.labels);
      if (failing) throw failing.error;
      return { uid };
    },
  } as unknown as SpectroCloudApi;

  add(name: string, labels?: Record<string, string>, state = 'Provisioning') {
    const uid = `cluster-${this.clusters.length + 1}`;
    this.clusters.push({
      metadata: { uid, name, labels },
      spec: {},
      status: { state },
    } as ClusterSummary);
    return uid;
  }

  #list(): ClusterSummary[] {
    if (this.listsLag > 0) {
      this.listsLag -= 1;
      return [];
    }
    return this.clusters;
  }
}

/** A cluster in a state, with conditions. */
export function clusterWith(
  health: string,
  conditions: Cluster['status']['conditions'] = [],
): Cluster {
  return {
    metadata: { uid: 'c1', name: 'c1' },
    status: { health: { state: health }, conditions },
  } as unknown as Cluster;
}
