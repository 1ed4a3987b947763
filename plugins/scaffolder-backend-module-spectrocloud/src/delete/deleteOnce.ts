import type {
  ApiOptions,
  SpectroCloudApi,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { isPassing, readFailure } from '../task/describeFailure';
import { TaskStoppedError } from '../task/TaskStoppedError';

/** A cluster to be deleted. */
export interface Deletion {
  clusterUid: string;
  /** Its name: a uid alone is too easily another's. */
  clusterName: string;
  reason?: string;
}

/** What a deletion needs. */
export interface DeletionDeps {
  api: SpectroCloudApi;
  log: (line: string) => void;
  place: ApiOptions & { projectUid: string };
}

/**
 * Has Palette delete a cluster, unless it is gone or going.
 *
 * @returns whether this call began it
 * @throws `TaskStoppedError` when it can't be told whether Palette deletes it;
 * `ResponseError` for what Palette, or a permission, refuses.
 */
export async function deleteOnce(
  deletion: Deletion,
  deps: DeletionDeps,
): Promise<boolean> {
  const { api, log, place } = deps;
  const { clusterUid, clusterName, reason } = deletion;
  if (await isGoing(clusterUid, deps)) {
    log(
      `The cluster '${clusterName}' (${clusterUid}) is gone or going already`,
    );
    return false;
  }
  try {
    await api.deleteCluster(
      clusterUid,
      { name: clusterName, reason },
      // Not to be given up halfway: whether it was begun would be open.
      { ...place, signal: undefined },
    );
  } catch (error) {
    if (!isPassing(error)) throw error;
    if (!(await isGoing(clusterUid, deps))) {
      throw new TaskStoppedError(
        `Palette gave no clear answer to the deletion of the cluster '${clusterName}', and doesn't delete it so far. Start the step again: it looks first.`,
      );
    }
  }
  log(`Palette deletes the cluster '${clusterName}' (${clusterUid})`);
  return true;
}

async function isGoing(
  clusterUid: string,
  { api, place }: DeletionDeps,
): Promise<boolean> {
  try {
    const { state } = await api.getClusterState(clusterUid, {
      ...place,
      fresh: true,
    });
    return state === 'Deleting' || state === 'Deleted';
  } catch (error) {
    if (readFailure(error).status === 404) return true;
    throw error;
  }
}
