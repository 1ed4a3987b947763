import type {
  ApiOptions,
  ClusterState,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { explainError } from '@terasky/backstage-plugin-spectrocloud-react';
import { type FollowedCluster, isChanging } from './clusterRows';

const FIRST_DELAY_MS = 10_000;
const LONGEST_DELAY_MS = 60_000;
const SLOWER = 1.5;
const AT_ONCE = 5;

type ReadState = (uid: string, options: ApiOptions) => Promise<ClusterState>;

/** Something that tells whether it is looked at: the document. */
type Visible = Pick<
  Document,
  'hidden' | 'addEventListener' | 'removeEventListener'
>;

function withState<T extends FollowedCluster>(
  cluster: T,
  { state, lifecycle, upgrading }: ClusterState,
): T {
  return {
    ...cluster,
    status: { ...cluster.status, state, upgrading },
    virtual: cluster.virtual && { ...cluster.virtual, lifecycle },
  };
}

const sameState = (a: FollowedCluster, b: FollowedCluster) =>
  a.status.state === b.status.state &&
  Boolean(a.status.upgrading) === Boolean(b.status.upgrading) &&
  a.virtual?.lifecycle === b.virtual?.lifecycle;

/**
 * Follows the clusters that Palette is at work on, and those alone, until each
 * has settled: one call for each, five at once, after 10 s at first and ever
 * slower up to 60 s, as long as the page is looked at. A cluster that is gone
 * is told as `undefined`.
 */
export function pollClusters<T extends FollowedCluster>(options: {
  clusters: T[];
  read: ReadState;
  onChange: (uid: string, cluster: T | undefined) => void;
  signal: AbortSignal;
  visible?: Visible;
}): void {
  const { read, onChange, signal, visible = document } = options;
  const changing = new Map(
    options.clusters
      .filter(isChanging)
      .map(cluster => [cluster.metadata.uid, cluster]),
  );
  let delay = FIRST_DELAY_MS;
  let lastRound = Date.now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAsking = false;

  /** Whether anything has changed. */
  async function look(uid: string): Promise<boolean> {
    const before = changing.get(uid)!;
    let after: T | undefined;
    try {
      const { projectUid } = before.spec;
      after = withState(before, await read(uid, { projectUid, signal }));
    } catch (error) {
      // What failed otherwise is asked again, later.
      if (explainError(error as Error) !== 'notFound') return false;
    }
    if (signal.aborted || (after && sameState(before, after))) return false;
    if (after && isChanging(after)) changing.set(uid, after);
    else changing.delete(uid);
    onChange(uid, after);
    return true;
  }

  async function round() {
    isAsking = true;
    const waiting = [...changing.keys()];
    let hasChanged = false;
    const askOneAfterTheOther = async () => {
      for (;;) {
        const uid = waiting.shift();
        if (!uid || visible.hidden || signal.aborted) return;
        hasChanged = (await look(uid)) || hasChanged;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, askOneAfterTheOther));
    delay = hasChanged
      ? FIRST_DELAY_MS
      : Math.min(delay * SLOWER, LONGEST_DELAY_MS);
    lastRound = Date.now();
    isAsking = false;
    plan();
  }

  function plan() {
    clearTimeout(timer);
    if (visible.hidden || signal.aborted || isAsking || !changing.size) return;
    timer = setTimeout(round, Math.max(lastRound + delay - Date.now(), 0));
  }

  visible.addEventListener('visibilitychange', plan);
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    visible.removeEventListener('visibilitychange', plan);
  });
  plan();
}
