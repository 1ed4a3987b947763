import type {
  ApiOptions,
  ClusterCreation,
  SpectroCloudApi,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { isPassing } from '../task/describeFailure';
import { describeFindings } from '../task/describeFindings';
import { TaskStoppedError } from '../task/TaskStoppedError';
import type { Clock } from '../wait/Clock';

/** Tag of the clusters that templates create; its value is the key of the creation. */
export const KEY_TAG = 'backstage-scaffolder-key';

/** Palette's lists may lag behind a creation whose answer was lost. */
const LOOK_AGAIN_AFTER_MS = [2_000, 5_000, 10_000];

/** What a creation needs. */
export interface CreationDeps {
  api: SpectroCloudApi;
  clock: Clock;
  log: (line: string) => void;
  place: ApiOptions & { projectUid: string };
}

/** A cluster to be created, and what tells that it was. */
export interface Creation {
  cluster: ClusterCreation;
  key: string;
  /** Whether Palette is asked first. */
  validate: boolean;
}

/**
 * Creates the cluster unless it is there.
 *
 * The task may have ended between Palette's answer and the note of it, or the answer
 * may have been lost, so Palette itself is asked: before, by name and key, and after a
 * failure that leaves open whether it was created. The creation itself is sent once.
 *
 * @throws `TaskStoppedError` when another cluster has the name, or when it can't be told
 * whether the cluster was created; `ResponseError` for what Palette refuses.
 */
export async function createOnce(
  creation: Creation,
  deps: CreationDeps,
): Promise<{ uid: string; created: boolean }> {
  const { api, log, place } = deps;
  const { key, validate } = creation;
  const { name } = creation.cluster.metadata;
  const before = await findCreated(creation, deps);
  if (before) {
    log(`The cluster '${name}' (${before}) was created by this step before`);
    return { uid: before, created: false };
  }
  const cluster = withKey(creation.cluster, key);
  if (validate) {
    const { valid, findings } = await api.validateCluster(cluster, place);
    if (!valid) {
      throw new TaskStoppedError(describeFindings(findings));
    }
  }
  log(`Creating the cluster '${name}'`);
  try {
    // Not to be given up halfway: whether it was created would be open.
    const { uid } = await api.createCluster(cluster, {
      ...place,
      signal: undefined,
    });
    log(`Palette creates the cluster '${name}' (${uid})`);
    return { uid, created: true };
  } catch (error) {
    if (!isPassing(error)) throw error;
    log(
      'Palette gave no clear answer; looking whether it created the cluster all the same',
    );
    return { uid: await findAfterwards(creation, deps), created: true };
  }
}

async function findAfterwards(
  creation: Creation,
  deps: CreationDeps,
): Promise<string> {
  for (const milliseconds of LOOK_AGAIN_AFTER_MS) {
    await deps.clock.sleep(milliseconds, deps.place.signal);
    try {
      const uid = await findCreated(creation, deps);
      if (uid) return uid;
    } catch (error) {
      if (!isPassing(error)) throw error;
    }
  }
  throw new TaskStoppedError(
    `Palette did not say whether it created the cluster '${creation.cluster.metadata.name}', and doesn't show it yet. Start the step again: it looks for the cluster before it creates one.`,
  );
}

/** @throws `TaskStoppedError` when the name is another cluster's. */
async function findCreated(
  { cluster, key }: Creation,
  { api, place }: CreationDeps,
): Promise<string | undefined> {
  const options = { ...place, fresh: true };
  const clusters =
    cluster.cloudType === 'virtual'
      ? await api.listVirtualClusters(options)
      : await api.listClusters(options);
  const named = clusters.filter(
    ({ metadata }) => metadata.name === cluster.metadata.name,
  );
  const own = named.find(({ metadata }) => metadata.labels?.[KEY_TAG] === key);
  if (own && own.status.state !== 'Deleting') return own.metadata.uid;
  if (named.length === 0) return undefined;
  const [{ metadata, status }] = own ? [own] : named;
  throw new TaskStoppedError(
    status.state === 'Deleting'
      ? `The cluster '${metadata.name}' (${metadata.uid}) of this name is being deleted: choose another name, or start the step again when it is gone`
      : `There is a cluster '${metadata.name}' (${metadata.uid}) already, which this step didn't create: choose another name`,
  );
}

function withKey(cluster: ClusterCreation, key: string): ClusterCreation {
  const { metadata } = cluster;
  return {
    ...cluster,
    metadata: { ...metadata, labels: { ...metadata.labels, [KEY_TAG]: key } },
  };
}
